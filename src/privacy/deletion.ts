import type { ApplicationStatus } from '../applications/application-status.ts'
import { isOpen } from '../applications/application-status.ts'
import { type CertificateFacts, isCertified, validityOn } from '../certificates/validity.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** What a deletion follows from. */
export type DeletionFacts = {
  readonly applications: readonly { readonly status: ApplicationStatus; readonly number: string | null }[]
  readonly periods: readonly CertificateFacts[]
}

/** Whether a company may delete itself, and what stays of it if it does. */
export type Deletion =
  | { readonly ok: true; readonly isOnRecord: boolean }
  /** `under-way`: the city examines an application. `certified`: a certification holds, or will by a later day. */
  | { readonly ok: false; readonly reason: 'under-way' | 'certified' }

/**
 * Whether a company may delete itself on a day: not while the city examines an application of it, and not while it is
 * certified. A draft goes with it. What the city has decided stays for its time.
 */
export const decideDeletion = ({ applications, periods }: DeletionFacts, on: CalendarDate): Deletion => {
  const received = applications.filter(({ number }) => number !== null)
  if (received.some(({ status }) => isOpen(status))) return { ok: false, reason: 'under-way' }
  const stands = periods.map((period) => validityOn(on, period)).some((one) => one === 'not_yet' || isCertified(one))
  if (stands) return { ok: false, reason: 'certified' }
  return { ok: true, isOnRecord: received.length > 0 || periods.length > 0 }
}
