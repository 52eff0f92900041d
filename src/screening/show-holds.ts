import type { SubmissionContent } from '../applications/application.ts'
import type { Context } from '../platform/context.ts'
import { withHolds } from '../scanning/find-holds.ts'
import type { CaseFile } from './case-file.ts'
import { changesBetween } from './changes.ts'

type Stored = SubmissionContent['attachments'][number]

/**
 * A case as a page shows it: each of its files with why it is held back, if it is. Everything that is judged of the case
 * stays as it was.
 */
export const showHolds = async (context: Pick<Context, 'db' | 'scanner'>, file: CaseFile): Promise<CaseFile> => {
  const files = file.submissions.flatMap(({ content }) => content.attachments)
  const holds = new Map((await withHolds(context, files)).map(({ sha256, hold }) => [sha256, hold]))
  const shown = (one: Stored): Stored => ({ ...one, hold: holds.get(one.sha256) ?? null })
  const submissions = file.submissions.map((submission) => ({
    ...submission,
    content: { ...submission.content, attachments: submission.content.attachments.map(shown) }
  }))
  const [last, before] = [submissions.at(-1), submissions.at(-2)]
  if (last === undefined) return file
  const changes = before === undefined ? null : changesBetween(before.content, last.content)
  return { ...file, submission: last, submissions, changes }
}
