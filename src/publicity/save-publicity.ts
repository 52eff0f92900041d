import { accountsWithRole } from '../accounts/account-store.ts'
import { findProfile, lockCompany } from '../companies/company-store.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { queueMail } from '../platform/outbox.ts'
import { changedParts, type Publicity, showsSame, silentSettings } from './publicity.ts'
import { findPublicNumber, findSettings, saveSettings } from './publicity-store.ts'
import { isSame, latestContent, nothingSaid, type StatementChange, statementChange } from './statement.ts'
import { statementNotice } from './statement-mail.ts'
import { insertStatement, stateOf, withdrawStatements } from './statement-store.ts'

type Input = {
  readonly companyId: string
  readonly publicity: Publicity
  /** The version that the form was made from; 0 before the first save. */
  readonly version: number
  readonly actor: Actor & { readonly id: string }
}

/** What a colleague saved in between. */
export type StoredPublicity = {
  readonly publicity: Publicity
  readonly version: number
  readonly savedAt: Date
  readonly savedBy: string
}

export type SavePublicityResult =
  /** `sent`: something waits for the secretariat now. `unchanged`: what was returned came again as it was. */
  | { readonly ok: true; readonly sent: boolean; readonly unchanged: boolean }
  | { readonly ok: false; readonly reason: 'not-certified' }
  | { readonly ok: false; readonly reason: 'changed'; readonly stored: StoredPublicity }

const tellSecretariat = async (tx: Database, context: Context, companyId: string, statementId: string) => {
  const found = await findProfile(tx, companyId)
  const notice = statementNotice(context, { companyName: found?.profile.name ?? '', statementId })
  for (const { email } of await accountsWithRole(tx, 'secretariat'))
    await queueMail(tx, context, { kind: 'statement-notice', to: email, subjectId: companyId, ...notice })
}

const changeStatements = async (
  tx: Database,
  context: Context,
  { companyId, publicity, actor }: Input,
  { reduceTo, withdrawsWaiting, sends }: StatementChange
): Promise<void> => {
  const [at, by] = [context.clock.now(), actor.id]
  // The later id counts, and ids of one millisecond are in no order.
  const [earlier = '', later = ''] = [context.ids(), context.ids()].toSorted()
  const record = (kind: string, details: Readonly<Record<string, unknown>>) =>
    recordEvent(tx, context, { actor, subjectId: companyId, kind, details })
  const endsAll = reduceTo !== null && isSame(reduceTo, nothingSaid)
  if (withdrawsWaiting || endsAll) await withdrawStatements(tx, companyId, { published: endsAll, at, by })
  if (reduceTo !== null) {
    if (!endsAll)
      await insertStatement(tx, { id: earlier, companyId, ...reduceTo, sentAt: at, sentBy: by, approvedAtOnce: true })
    await record('statement-reduced', { statementId: endsAll ? null : earlier })
  }
  if (!sends) return withdrawsWaiting ? record('statement-withdrawn', {}) : undefined
  const statement = { id: later, companyId, ...publicity.statement, sentAt: at, sentBy: by, approvedAtOnce: false }
  await insertStatement(tx, statement)
  await record('statement-sent', { statementId: later })
  await tellSecretariat(tx, context, companyId, later)
}

const save = async (tx: Database, context: Context, input: Input): Promise<SavePublicityResult> => {
  const { companyId, publicity, version, actor } = input
  await lockCompany(tx, companyId)
  if ((await findPublicNumber(tx, companyId, today(context.clock))) === null)
    return { ok: false, reason: 'not-certified' }
  const settings = await findSettings(tx, companyId)
  const state = await stateOf(tx, companyId)
  const statement = latestContent(state)
  const stored: Publicity = { ...(settings ?? silentSettings), statement }
  const fields = changedParts(stored, publicity)
  const change = statementChange(state, publicity.statement)
  const unchanged = state.returned !== null && isSame(state.returned, publicity.statement)
  // What is stored already needs no save: a form that was sent twice is no conflict with itself.
  if (fields.length === 0) return { ok: true, sent: state.waiting !== null, unchanged }
  if (settings !== null && settings.version !== version)
    return { ok: false, reason: 'changed', stored: { ...settings, publicity: stored } }
  const at = context.clock.now()
  await saveSettings(tx, companyId, publicity, { version: settings?.version ?? 0, at, by: actor.id })
  if (!showsSame(stored, publicity)) {
    const details = { shown: publicity.shown, jobsUrl: publicity.jobsUrl }
    await recordEvent(tx, context, { actor, subjectId: companyId, kind: 'publicity-saved', details })
  }
  await changeStatements(tx, context, input, change)
  return { ok: true, sent: change.sends || (state.waiting !== null && !change.withdrawsWaiting), unchanged }
}

/**
 * Saves what a company lets be shown of itself. Consents and links take effect at once, and so does what it takes away of
 * its words and pictures; what it adds waits for the secretariat, one statement at a time.
 */
export const savePublicity = (context: Context, input: Input): Promise<SavePublicityResult> =>
  context.db.transaction((tx) => save(tx, context, input))
