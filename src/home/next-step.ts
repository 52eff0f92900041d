import type { Application } from '../applications/application.ts'
import { isOpen } from '../applications/application-status.ts'
import type { HeldPeriod } from '../certificates/certificate-store.ts'
import { validityOn } from '../certificates/validity.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** What a company may do next; one thing, the most urgent. */
export type NextStep =
  | { readonly kind: 'fill-in-profile' }
  | { readonly kind: 'continue' | 'correct' | 'wait'; readonly application: Application }
  | { readonly kind: 'hold'; readonly held: HeldPeriod }
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

/**
 * The next step of a company: an application under way comes before a certificate, because somebody waits for it.
 * @param applications newest first
 * @param periods latest first
 */
export const nextStepOf = ({
  hasProfile,
  applications,
  periods,
  on
}: {
  readonly hasProfile: boolean
  readonly applications: readonly Application[]
  readonly periods: readonly HeldPeriod[]
  readonly on: CalendarDate
}): NextStep => {
  if (!hasProfile) return { kind: 'fill-in-profile' }
  const open = applications.find(({ status }) => isOpen(status))
  if (open !== undefined) return openStep(open)
  const standing = (['valid', 'continued', 'not_yet'] as const)
    .map((wanted) => periods.find((held) => standingOf(held, on) === wanted))
    .find((held) => held !== undefined)
  return standing === undefined ? beginStep(applications, periods.length > 0) : { kind: 'hold', held: standing }
}
