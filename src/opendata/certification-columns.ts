import type { CategoriesEdition } from '../checklist/index.ts'
import type { EntryContent } from '../directory/entry.ts'
import type { Column } from './column.ts'

/** Since when and until when, and one thing that the company does. */
export const certificationColumns: readonly Column<EntryContent>[] = [
  {
    name: '認定開始日',
    key: 'certifiedSince',
    type: 'date',
    meaning: 'このサイトに記録がある、最初の認定期間の初日',
    example: '2024-01-16',
    value: (entry) => entry.certifiedSince
  },
  {
    name: '記録前の認定',
    key: 'certifiedBefore',
    type: 'boolean',
    meaning: '認定開始日より前にも認定されていたか',
    example: false,
    value: (entry) => entry.certifiedBefore
  },
  {
    name: '更新回数',
    key: 'renewals',
    type: 'integer',
    meaning: '認定を更新した回数',
    example: 1,
    unit: '回',
    value: (entry) => entry.renewals
  },
  {
    name: '認定期間_初日',
    key: 'startsOn',
    type: 'date',
    meaning: 'いちばん新しい認定期間の初日',
    example: '2024-01-16',
    value: (entry) => entry.startsOn
  },
  {
    name: '認定期間_末日',
    key: 'endsOn',
    type: 'date',
    meaning: 'いちばん新しい認定期間の末日。過ぎている場合は、期間内に出された更新の申請を審査しています',
    example: '2027-01-15',
    value: (entry) => entry.endsOn
  },
  {
    name: '取組の紹介',
    key: 'headline',
    type: 'string',
    meaning: '確認できた取組から作った紹介文',
    example: 'ノー残業デーの実施に取り組んでいます。',
    empty: '取組の記録がこのサイトにない',
    value: (entry) => entry.headline
  }
]

/** Whether a company was judged by this sheet: another one has other categories under the same numbers. */
const isJudgedBy = ({ categories }: CategoriesEdition, entry: EntryContent): boolean =>
  categories.every(({ number, title }) => entry.categories.some((one) => one.number === number && one.title === title))

/** One column for each category: a cell holds one fact, so no list of the passed ones stands in one. */
export const categoryColumns = (edition: CategoriesEdition): readonly Column<EntryContent>[] =>
  edition.categories.map(({ number, title }) => ({
    name: `合格_${number}_${title}`,
    key: `passedCategory${number}`,
    type: 'boolean',
    meaning: `「${title}」の分野に合格したか`,
    example: true,
    empty: '分野ごとに判定しない、古い基準で認定された',
    value: (entry) =>
      isJudgedBy(edition, entry) ? entry.categories.some((one) => one.number === number && one.passed) : null
  }))
