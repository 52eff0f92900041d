import type { Database } from '../platform/database.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { changeLines, examinationReasonText } from '../scoring/index.ts'
import type { CaseFile } from '../screening/case-file.ts'
import { readRenewal } from '../screening/read-renewal.ts'
import type { PaperChanges } from './papers-case.ts'

/** What a renewal changes, in lines for the committee: figures of years always change and are left out. Null for an initial application. */
export const readChanges = async (
  db: Database,
  scheme: Pick<Scheme, 'city'>,
  file: CaseFile
): Promise<PaperChanges | null> => {
  const review = await readRenewal(db, scheme, file)
  if (review === null) return null
  const { comparison, choice, hasBaseline, isCarriedOver } = review
  const lines = changeLines({ ...comparison, figures: [] }, file.edition)
  const before = [
    ...(hasBaseline ? [] : ['前回の申請の内容は、このポータルにありません。']),
    ...(isCarriedOver ? ['前回は以前の様式の申請で、その記載を今の様式に移して比べています。'] : [])
  ]
  return {
    lines: [...before, ...lines.map(({ itemCode, text }) => (itemCode === null ? text : `${itemCode}　${text}`))],
    reasons: [
      ...comparison.reasons.map((reason) => examinationReasonText(reason, file.edition)),
      ...(choice === null || choice.reason === '' ? [] : [`事務局の判断：${choice.reason}`])
    ]
  }
}
