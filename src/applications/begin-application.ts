import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { findOpenApplicationOf, lockCompanyOf } from './application-store.ts'
import { openInitial } from './open-initial.ts'

/**
 * Begins an initial application with empty sections. A company that has one under way is led to it: `begun` tells the two
 * apart. The company is locked meanwhile, so that two clicks at once make one application.
 * @throws NotFoundError when there is no such company
 */
export const beginApplication = (
  context: Context,
  input: { readonly companyId: string; readonly actor: Actor & { readonly id: string } }
): Promise<{ readonly ok: true; readonly applicationId: string; readonly begun: boolean }> =>
  context.db.transaction(async (tx) => {
    await lockCompanyOf(tx, input.companyId)
    const open = await findOpenApplicationOf(tx, input.companyId)
    if (open !== null) return { ok: true, applicationId: open.id, begun: false }
    return { ok: true, applicationId: await openInitial(tx, context, input), begun: true }
  })
