import { currentEdition, type Marks } from '../checklist/index.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import type { Application } from './application.ts'
import { findOpenApplicationOf, lockApplication, lockCompanyOf } from './application-store.ts'
import { type FilledMarks, fillMarks, takesMarks } from './filled-marks.ts'
import { openInitial } from './open-initial.ts'
import { sectionsOf, updateSection } from './section-store.ts'

type Person = Actor & { readonly id: string }

export type TakenMarks =
  /** `begun` is false where a draft was there before. */
  | (Pick<FilledMarks, 'filled' | 'kept'> & {
      readonly ok: true
      readonly applicationId: string
      readonly begun: boolean
    })
  /** Another application is under way, that takes no marks: it was sent, or is a renewal. */
  | { readonly ok: false; readonly reason: 'under-way'; readonly application: Application }

const write = async (
  tx: Database,
  applicationId: string,
  { sections }: FilledMarks,
  save: { readonly at: Date; readonly by: string }
): Promise<void> => {
  for (const { name, version, data } of sections) {
    const saved = await updateSection(tx, applicationId, { name, data }, { version, ...save })
    if (!saved) throw new Error(`section ${name} of ${applicationId} changed while the application was locked`)
  }
}

/**
 * Takes marks into the company's initial application, beginning one where none is under way. They are filled in only where
 * nothing is answered; what stands is kept and told. A colleague who has a page of the draft open is told of the change at
 * the next save. The marks are of the current edition.
 * @throws NotFoundError when there is no such company
 */
export const takeMarks = (
  context: Context,
  { companyId, actor, marks }: { readonly companyId: string; readonly actor: Person; readonly marks: Marks }
): Promise<TakenMarks> =>
  context.db.transaction(async (tx): Promise<TakenMarks> => {
    await lockCompanyOf(tx, companyId)
    const open = await findOpenApplicationOf(tx, companyId)
    // Only a draft is locked: whoever decides on a sent application holds that first and then wants the company.
    if (open !== null && !takesMarks(open)) return { ok: false, reason: 'under-way', application: open }
    const applicationId = open?.id ?? (await openInitial(tx, context, { companyId, actor }))
    // Asked again: it may have been sent while the lock was waited for.
    const application = await lockApplication(tx, applicationId)
    if (!takesMarks(application)) return { ok: false, reason: 'under-way', application }
    const taken = fillMarks(currentEdition, await sectionsOf(tx, applicationId), marks)
    await write(tx, applicationId, taken, { at: context.clock.now(), by: actor.id })
    const { filled, kept } = taken
    const details = { filled, kept: kept.map(({ code }) => code) }
    if (filled.length > 0)
      await recordEvent(tx, context, { actor, subjectId: applicationId, kind: 'marks-taken', details })
    return { ok: true, applicationId, begun: open === null, filled, kept }
  })
