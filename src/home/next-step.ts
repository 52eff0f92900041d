import type { Application } from '../applications/application.ts'
import { isOpen } from '../applications/application-status.ts'
import type { HeldPeriod } from '../certificates/certificate-store.ts'
import { validityOn } from '../certificates/validity.ts'
import type { RenewalWindow } from '../renewals/renewal-window.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** The time in which a renewal can be begun. */
export type RenewalTime = Extract<RenewalWindow, { readonly kind: 'open' | 'late' }>

/** What a company may do next; one thing, the most urgent. */
export type NextStep =
  | { readonly kind: 'fill-in-profile' }
  | { readonly kind: 'continue' | 'correct' | 'wait'; readonly application: Application }
  | { readonly kind: 'hold'; readonly held: HeldPeriod; readonly opensOn: CalendarDate | null }
  | { readonly kind: 'renew'; readonly held: HeldPeriod; readonly window: RenewalTime }
  | { readonly kind: 'begin'; readonly after: 'nothing' | 'refused' | 'withdrawn' | 'ended' }

/** What a period is worth on a day; a surrender counts like a revocation from its day on, under its own name. */
export const standingOf = (held: HeldPeriod, on: CalendarDate) => {
  const validity = validityOn(on, held)
  return validity === 'revoked' && held.endedHow === 'surrendered' ? 'surrendered' : validity
}

const openStep = (application: Application): NextStep => {
  if (application.status === 'draft') return { kind: 'continue', application }
  return { kind: application.status === 'returned' ? 'correct' : 'wait', application }
}

const beginStep = (applications: readonly Application[], hasHeld: boolean): NextStep => {
  const [latest] = applications
  if (latest?.status === 'refused' || latest?.status === 'withdrawn') return { kind: 'begin', after: latest.status }
  return { kind: 'begin', after: hasHeld ? 'ended' : 'nothing' }
}

const heldStep = (held: HeldPeriod, window: RenewalWindow | null): NextStep => {
  if (window?.kind === 'open' || window?.kind === 'late') return { kind: 'renew', held, window }
  return { kind: 'hold', held, opensOn: window?.kind === 'not-yet' ? window.opensOn : null }
}

/**
 * The next step of a company: an application under way comes before a certificate, because somebody waits for it.
 * @param applications newest first
 * @param periods latest first
 * @param window whether the last period can be renewed; null where there is none
 */
export const nextStepOf = ({
  hasProfile,
  applications,
  periods,
  window,
  on
}: {
  readonly hasProfile: boolean
  readonly applications: readonly Application[]
  readonly periods: readonly HeldPeriod[]
  readonly window: RenewalWindow | null
  readonly on: CalendarDate
}): NextStep => {
  if (!hasProfile) return { kind: 'fill-in-profile' }
  const open = applications.find(({ status }) => isOpen(status))
  if (open !== undefined) return openStep(open)
  const standing = (['valid', 'continued', 'not_yet'] as const)
    .map((wanted) => periods.find((held) => standingOf(held, on) === wanted))
    .find((held) => held !== undefined)
  const [last] = periods
  const held = standing ?? (window?.kind === 'late' ? last : undefined)
  return held === undefined ? beginStep(applications, periods.length > 0) : heldStep(held, window)
}
