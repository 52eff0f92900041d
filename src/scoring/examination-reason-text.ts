import type { Edition } from '../checklist/index.ts'
import type { ExaminationReason } from './comparison-result.ts'

const standardText = (edition: Edition): string =>
  edition.rule === 'categories'
    ? `認定基準（${edition.categories.length}分野のうち${edition.requiredCategories}分野以上の合格）を満たしていません。`
    : '認定基準の点数に届いていません。'

const categoryNames = (edition: Edition, numbers: readonly number[]): string =>
  edition.categories
    .filter(({ number }) => numbers.includes(number))
    .map(({ number, title }) => `「${number} ${title}」`)
    .join('と')

const legalEntityText = (before: string | null, after: string | null): string => {
  if (before === null) return `法人番号のない事業者から、法人になりました（法人番号 ${after}）。`
  if (after === null) return `法人番号のない事業者になりました（前回の法人番号 ${before}）。`
  return `法人番号が変わりました（${before} から ${after}）。`
}

/** Why a renewal must be examined anew, in a sentence for companies and officials alike. */
export const examinationReasonText = (reason: ExaminationReason, edition: Edition): string => {
  switch (reason.kind) {
    case 'standard-not-met':
      return standardText(edition)
    case 'standard-undetermined':
      return 'このチェックシートは、認定基準を満たすかどうかを点数だけでは決められません。事務局が判断します。'
    case 'category-lost':
      return `${categoryNames(edition, reason.numbers)}が合格の基準に届かなくなりました。`
    case 'legal-compliance-gone':
      return '関係法令を遵守しているという申告がありません。'
    case 'legal-entity-changed':
      return legalEntityText(reason.before, reason.after)
    case 'organisation-changed':
      return '合併、分割、事業の譲渡などの組織の変更がありました。'
    case 'left-city':
      return '市内に事業所がありません。'
  }
}
