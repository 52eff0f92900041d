import type { SubmissionContent } from '../applications/application.ts'
import type { CaseFile } from './case-file.ts'

/** A file that was sent with any round of a case, or null. */
export const findCaseAttachment = (
  { submissions }: Pick<CaseFile, 'submissions'>,
  attachmentId: string
): SubmissionContent['attachments'][number] | null =>
  submissions.flatMap(({ content }) => content.attachments).find(({ id }) => id === attachmentId) ?? null
