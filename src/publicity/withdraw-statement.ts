import { lockCompany } from '../companies/company-store.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { findSettings, saveSettings } from './publicity-store.ts'
import { stateOf, withdrawStatements } from './statement-store.ts'

/**
 * Takes back all of a company's words and pictures, shown or waiting, at once. Nobody has to agree, also where the company
 * is no longer certified.
 * @returns whether there was anything to take back
 */
export const withdrawStatement = (
  context: Context,
  { companyId, actor }: { readonly companyId: string; readonly actor: Actor & { readonly id: string } }
): Promise<boolean> =>
  context.db.transaction(async (tx) => {
    await lockCompany(tx, companyId)
    const { published, waiting } = await stateOf(tx, companyId)
    if (published === null && waiting === null) return false
    const [at, by] = [context.clock.now(), actor.id]
    await withdrawStatements(tx, companyId, { published: true, at, by })
    // A colleague's open form still holds what was taken back: its version is over.
    const settings = await findSettings(tx, companyId)
    if (settings !== null) await saveSettings(tx, companyId, settings, { version: settings.version, at, by })
    const details = { wasShown: published !== null }
    await recordEvent(tx, context, { actor, subjectId: companyId, kind: 'statement-withdrawn', details })
    return true
  })
