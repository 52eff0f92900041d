import { listSentFiles } from '../applications/list-sent-files.ts'
import type { Context } from '../platform/context.ts'
import type { CaseFile } from './case-file.ts'
import { changesBetween } from './changes.ts'

/**
 * A case as a page shows it: each of its files with why it is held back, if it is. Everything that is judged of the case
 * stays as it was.
 */
export const showHolds = async (context: Pick<Context, 'db' | 'scanner'>, file: CaseFile): Promise<CaseFile> => {
  const submissions = await listSentFiles(context, file.submissions)
  const [last, before] = [submissions.at(-1), submissions.at(-2)]
  if (last === undefined) return file
  const changes = before === undefined ? null : changesBetween(before.content, last.content)
  return { ...file, submission: last, submissions, changes }
}
