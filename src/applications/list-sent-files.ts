import type { Context } from '../platform/context.ts'
import { withHolds } from '../scanning/find-holds.ts'
import type { Submission } from './application.ts'

/** Submissions as a page shows them: each of their files with why it is held back, if it is. Nothing else changes. */
export const listSentFiles = async (
  context: Pick<Context, 'db' | 'scanner'>,
  submissions: readonly Submission[]
): Promise<readonly Submission[]> => {
  const held = await withHolds(
    context,
    submissions.flatMap(({ content }) => content.attachments)
  )
  const holds = new Map(held.map(({ sha256, hold }) => [sha256, hold]))
  return submissions.map((submission) => ({
    ...submission,
    content: {
      ...submission.content,
      attachments: submission.content.attachments.map((file) => ({ ...file, hold: holds.get(file.sha256) ?? null }))
    }
  }))
}
