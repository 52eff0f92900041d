import { lockCompany } from '../companies/company-store.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import { queueMail } from '../platform/outbox.ts'
import { findRecipients } from '../screening/find-recipients.ts'
import { approvalMail, returnMail } from './statement-mail.ts'
import { type CompanyStatement, findStatement, saveDecision } from './statement-store.ts'

type Conclusion =
  | { readonly outcome: 'approved' }
  /** With the reason as the company will read it. */
  | { readonly outcome: 'returned'; readonly reason: string }

export type ConcludeStatementResult =
  | { readonly ok: true; readonly companyName: string }
  /** Decided by a colleague, or replaced or taken back by the company: what it is now. */
  | { readonly ok: false; readonly reason: 'not-waiting'; readonly statement: CompanyStatement }

const tell = async (tx: Database, context: Context, statement: CompanyStatement, conclusion: Conclusion) => {
  const { companyId, companyName } = statement
  const mail =
    conclusion.outcome === 'approved'
      ? approvalMail(context, companyName)
      : returnMail(context, companyName, conclusion.reason)
  const kind = `statement-${conclusion.outcome}`
  for (const to of await findRecipients(tx, companyId))
    await queueMail(tx, context, { kind, to, subjectId: companyId, ...mail })
}

/**
 * Approves a waiting statement, which then is shown at once in place of the one before, or returns it with a reason. The
 * company is told either way. What was sent is never changed, so an official approves what they have read and nothing else.
 * @throws NotFoundError when there is no such statement
 */
export const concludeStatement = (
  context: Context,
  input: {
    readonly statementId: string
    readonly conclusion: Conclusion
    readonly actor: Actor & { readonly id: string }
  }
): Promise<ConcludeStatementResult> =>
  context.db.transaction(async (tx): Promise<ConcludeStatementResult> => {
    const { statementId, conclusion, actor } = input
    const found = await findStatement(tx, statementId)
    if (found === null) throw new NotFoundError(`statement ${statementId}`)
    const { companyId, companyName } = found
    await lockCompany(tx, companyId)
    const statement = (await findStatement(tx, statementId)) ?? found
    if (statement.outcome !== null) return { ok: false, reason: 'not-waiting', statement }
    const { outcome } = conclusion
    const reason = conclusion.outcome === 'returned' ? conclusion.reason : ''
    await saveDecision(tx, statementId, { outcome, reason, at: context.clock.now(), by: actor.id })
    const details = { statementId, ...(reason === '' ? {} : { reason }) }
    await recordEvent(tx, context, { actor, subjectId: companyId, kind: `statement-${outcome}`, details })
    await tell(tx, context, statement, conclusion)
    return { ok: true, companyName }
  })
