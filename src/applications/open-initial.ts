import { currentEditionId, editions } from '../checklist/index.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { evaluationYearOf } from '../scheme/calendar.ts'
import { insertApplication } from './application-store.ts'
import { insertSections } from './section-store.ts'
import { emptySections } from './sections.ts'

/**
 * Opens an initial application with empty sections, as part of the caller's transaction, which has locked the company and
 * found that nothing is under way.
 * @returns the application's id
 */
export const openInitial = async (
  tx: Database,
  context: Pick<Context, 'clock' | 'ids'>,
  { companyId, actor }: { readonly companyId: string; readonly actor: Actor & { readonly id: string } }
): Promise<string> => {
  const [id, at] = [context.ids(), context.clock.now()]
  await insertApplication(tx, {
    id,
    companyId,
    kind: 'initial',
    edition: currentEditionId,
    evaluationYear: evaluationYearOf(today(context.clock)),
    status: 'draft',
    begunAt: at,
    begunBy: actor.id,
    statusSince: at
  })
  await insertSections(tx, id, emptySections(editions[currentEditionId]), { at, by: actor.id })
  await recordEvent(tx, context, { actor, subjectId: id, kind: 'status-draft' })
  return id
}
