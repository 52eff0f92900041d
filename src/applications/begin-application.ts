import { currentEditionId, editions } from '../checklist/index.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { evaluationYearOf } from '../scheme/calendar.ts'
import { findOpenApplicationOf, insertApplication, lockCompanyOf } from './application-store.ts'
import { insertSections } from './section-store.ts'
import { emptySections } from './sections.ts'

/**
 * Begins an initial application with empty sections. A company that has one under way is led to it: `begun` tells the two
 * apart. The company is locked meanwhile, so that two clicks at once make one application.
 * @throws NotFoundError when there is no such company
 */
export const beginApplication = (
  context: Context,
  { companyId, actor }: { readonly companyId: string; readonly actor: Actor & { readonly id: string } }
): Promise<{ readonly ok: true; readonly applicationId: string; readonly begun: boolean }> =>
  context.db.transaction(async (tx) => {
    await lockCompanyOf(tx, companyId)
    const open = await findOpenApplicationOf(tx, companyId)
    if (open !== null) return { ok: true, applicationId: open.id, begun: false }
    const [applicationId, at] = [context.ids(), context.clock.now()]
    await insertApplication(tx, {
      id: applicationId,
      companyId,
      kind: 'initial',
      edition: currentEditionId,
      evaluationYear: evaluationYearOf(today(context.clock)),
      status: 'draft',
      begunAt: at,
      begunBy: actor.id,
      statusSince: at
    })
    await insertSections(tx, applicationId, emptySections(editions[currentEditionId]), { at, by: actor.id })
    await recordEvent(tx, context, { actor, subjectId: applicationId, kind: 'status-draft' })
    return { ok: true, applicationId, begun: true }
  })
