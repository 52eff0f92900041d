import { lockCompany } from '../companies/company-store.ts'
import { type Actor, countEventsSince, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'

/** The kind under which an export is in the history of its company. */
export const exportKind = 'data-exported'

/** So many exports of a company a day: enough to try again, too few to keep the server busy. */
export const exportsADay = 5

const day = 24 * 60 * 60 * 1000

/** Notes who takes an export of a company, before it begins. Refused when it was done too often in the last 24 hours. */
export const recordExport = (
  context: Context,
  { companyId, actor, files }: { readonly companyId: string; readonly actor: Actor; readonly files: number }
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'too-often' }> =>
  context.db.transaction(async (tx) => {
    await lockCompany(tx, companyId)
    const since = new Date(context.clock.now().getTime() - day)
    if ((await countEventsSince(tx, companyId, exportKind, since)) >= exportsADay)
      return { ok: false, reason: 'too-often' }
    await recordEvent(tx, context, { actor, subjectId: companyId, kind: exportKind, details: { files } })
    return { ok: true }
  })
