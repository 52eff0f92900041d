import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { findApplication, findLatestSubmission, updateStatus } from '../../src/applications/application-store.ts'
import { editions, itemsOf } from '../../src/checklist/index.ts'
import type { Context } from '../../src/platform/context.ts'
import { insertItemDecisions } from '../../src/screening/screening-store.ts'
import { type Case, type CaseParts, official, submittedCase } from './cases.ts'

/** A person of the secretariat who examines and decides. */
export const deciderOf = async (context: Context): Promise<{ id: string; name: string; email: string }> => {
  const email = await official(context, 'secretariat', '産業 次郎')
  return { id: (await findAccountByEmail(context.db, email))?.id ?? '', name: '産業 次郎', email }
}

/**
 * A case whose items are decided and on which the committee was heard, written past the pages: every mark is accepted
 * but the codes in `rejected`.
 */
export const heardCase = async (
  context: Context,
  decidedBy: string,
  parts: CaseParts & { readonly rejected?: readonly string[]; readonly undecided?: readonly string[] } = {}
): Promise<Case> => {
  const { rejected = [], undecided = [], ...caseParts } = parts
  const submitted = await submittedCase(context, caseParts)
  const application = await findApplication(context.db, submitted.applicationId)
  const submission = await findLatestSubmission(context.db, submitted.applicationId)
  const marks = submission?.content.marks ?? {}
  const codes = itemsOf(editions[application?.edition ?? 'asaka-2023'])
    .map(({ code }) => code)
    .filter((code) => (marks[code] ?? 'unchecked') !== 'unchecked' && !undecided.includes(code))
  await insertItemDecisions(
    context.db,
    codes.map((itemCode) => ({
      id: context.ids(),
      applicationId: submitted.applicationId,
      round: submission?.round ?? 1,
      itemCode,
      decision: rejected.includes(itemCode) ? ('not_accepted' as const) : ('accepted' as const),
      reason: rejected.includes(itemCode) ? '記載だけでは取組を確かめられませんでした。' : '',
      decidedAt: context.clock.now(),
      decidedBy
    }))
  )
  await updateStatus(context.db, submitted.applicationId, parts.status ?? 'heard', context.clock.now())
  return submitted
}
