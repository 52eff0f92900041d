import type { SubmissionContent } from '../../src/applications/application.ts'
import { findLatestSubmission, insertSubmission, updateStatus } from '../../src/applications/application-store.ts'
import { membersOf } from '../../src/companies/member-store.ts'
import type { Context } from '../../src/platform/context.ts'
import { readCase } from '../../src/screening/read-case.ts'
import type { Case } from '../support/cases.ts'

/** The company corrects and submits again, written past its pages. */
export const resubmit = async (
  context: Context,
  { applicationId, companyId }: Case,
  change: (content: SubmissionContent) => Partial<SubmissionContent> = () => ({})
): Promise<void> => {
  const last = await findLatestSubmission(context.db, applicationId)
  const [member] = await membersOf(context.db, companyId)
  if (last === null || member === undefined) throw new Error('nothing was submitted before')
  const at = context.clock.now()
  await context.db.transaction(async (tx) => {
    await insertSubmission(tx, {
      id: context.ids(),
      applicationId,
      round: last.round + 1,
      content: { ...last.content, ...change(last.content) },
      submittedAt: at,
      submittedBy: member.id,
      submittedOn: last.submittedOn
    })
    await updateStatus(tx, applicationId, 'submitted', at)
  })
}

/** The fields that a browser would send from the case page as it stands, before anything is changed. */
export const shownFields = async (context: Context, applicationId: string): Promise<Record<string, string>> => {
  const file = await readCase(context.db, applicationId)
  const fields: Record<string, string> = { round: String(file.submission.round) }
  for (const [code, mark] of Object.entries(file.submission.content.marks)) {
    if (mark === 'unchecked') continue
    const decision = file.decisions[code]
    fields[`seen-${code}`] = decision?.id ?? ''
    fields[`reason-${code}`] = decision?.decision === 'not_accepted' ? decision.reason : ''
    fields[`question-${code}`] = decision?.decision === 'queried' ? decision.reason : ''
    if (decision !== undefined) fields[`decision-${code}`] = decision.decision
  }
  return fields
}
