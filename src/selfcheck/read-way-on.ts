import { findOpenApplicationOf } from '../applications/application-store.ts'
import { fillMarks, takesMarks } from '../applications/filled-marks.ts'
import { sectionsOf } from '../applications/section-store.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { lastPeriodOf } from '../renewals/renewal-store.ts'
import { renewalWindow } from '../renewals/renewal-window.ts'
import type { SelfCheck } from './self-check.ts'
import type { WayOn } from './way-on.ts'

/** What would happen if the company carried these answers into an application now. Changes nothing. */
export const readWayOn = async (
  { db, clock, scheme }: Pick<Context, 'db' | 'clock' | 'scheme'>,
  companyId: string,
  { edition, marks }: SelfCheck
): Promise<WayOn> => {
  const open = await findOpenApplicationOf(db, companyId)
  if (open !== null) {
    if (!takesMarks(open)) return { kind: 'under-way', application: open }
    return { kind: 'fill', applicationId: open.id, marks: fillMarks(edition, await sectionsOf(db, open.id), marks) }
  }
  const last = await lastPeriodOf(db, companyId)
  const window = last === null ? null : renewalWindow(last, scheme, today(clock))
  if (window?.kind === 'not-yet') return { kind: 'renewal', opensOn: window.opensOn }
  return window?.kind === 'open' || window?.kind === 'late' ? { kind: 'renewal', opensOn: null } : { kind: 'begin' }
}
