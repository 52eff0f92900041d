import { type CategoriesEdition, type Category, type Item, itemText } from '../checklist/index.ts'
import type { GuideBlock, GuideInline } from './guide-block.ts'

type CountedCategory = {
  readonly number: number
  readonly title: string
  readonly items: number
  readonly needed: number
}

const text = (words: string): GuideInline => ({ kind: 'text', text: words })

/** What the sheet prints beside an item to tick, 「右記」 of its remark. */
const measuresOf = ({ evidence }: Item): string | undefined => {
  const printed = evidence.flatMap((field) =>
    field.kind === 'measures' ? field.options.map((option) => option.text) : []
  )
  return printed.length === 0 ? undefined : `右記：${printed.join('／')}／上記以外の取組`
}

/** The official wording, its remarks below it. */
const itemCell = (item: Item, evaluationYear: number): readonly GuideInline[] => [
  text(itemText(item, evaluationYear)),
  ...[item.note, measuresOf(item)].flatMap((remark) =>
    remark === undefined ? [] : [{ kind: 'break' } as const, text(remark)]
  )
]

const itemTable = (
  category: Category,
  counted: CountedCategory | undefined,
  evaluationYear: number
): readonly GuideBlock[] => [
  { kind: 'heading', level: 3, id: '', children: [text(`${category.number}　${category.title}`)] },
  {
    kind: 'paragraph',
    children: [
      text(`${category.items.length}項目のうち、`),
      { kind: 'strong', children: [text(`${counted?.needed ?? category.items.length}項目以上`)] },
      text('に当てはまると合格です。')
    ]
  },
  {
    kind: 'table',
    caption: '',
    columns: [
      { label: '番号', align: 'start' },
      { label: '審査項目', align: 'start' }
    ],
    rows: category.items.map((item) => [[text(item.code)], itemCell(item, evaluationYear)])
  }
]

const categoryTable = (categories: readonly CountedCategory[]): GuideBlock => ({
  kind: 'table',
  caption: '分野と、合格に必要な項目の数',
  columns: [
    { label: '分野', align: 'start' },
    { label: '項目の数', align: 'end' },
    { label: '合格に必要な数', align: 'end' }
  ],
  rows: categories.map(({ number, title, items, needed }) => [
    [text(`${number}　${title}`)],
    [text(String(items))],
    [text(`${needed}以上`)]
  ])
})

/** The parts of guides that are made from the checklist: its official wording is typed nowhere else. */
export const standardParts = (
  edition: CategoriesEdition,
  categories: readonly CountedCategory[],
  evaluationYear: number
): Readonly<Record<string, readonly GuideBlock[]>> => ({
  審査基準の一覧: edition.categories.flatMap((category) =>
    itemTable(
      category,
      categories.find(({ number }) => number === category.number),
      evaluationYear
    )
  ),
  分野の一覧: [categoryTable(categories)]
})
