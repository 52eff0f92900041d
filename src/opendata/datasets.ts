import type { CategoriesEdition } from '../checklist/index.ts'
import type { EntryContent } from '../directory/entry.ts'
import { measures } from '../directory/measures.ts'
import { paths } from '../paths.ts'
import { categoryColumns, certificationColumns } from './certification-columns.ts'
import { type City, cityColumns } from './city-columns.ts'
import type { Dataset } from './column.ts'
import { identityColumns, nameColumn, numberColumn, shownColumns } from './company-columns.ts'

/** Every company that is certified today, with what it shows of itself. */
export const companies = (city: City, edition: CategoriesEdition, baseUrl: string): Dataset<EntryContent> => ({
  name: 'companies',
  title: '認定企業一覧',
  description: 'いま認定されている事業者の一覧です。会社が公開を選んだ項目だけに値があります。',
  record: '認定1件',
  columns: [
    ...cityColumns<EntryContent>(city),
    ...identityColumns,
    ...shownColumns,
    ...certificationColumns,
    ...categoryColumns(edition),
    {
      name: '紹介ページURL',
      key: 'pageUrl',
      type: 'url',
      meaning: 'このサイトの紹介ページ',
      example: `${baseUrl}${paths.publicCompany(12)}`,
      value: (entry) => `${baseUrl}${paths.publicCompany(entry.number)}`
    }
  ]
})

/** One thing that one certified company does. */
export type Practice = { readonly entry: EntryContent; readonly label: string }

/** Every measure of every company, in the order of the companies. */
export const practicesOf = (entries: readonly EntryContent[]): readonly Practice[] =>
  entries.flatMap((entry) => entry.measures.map((label) => ({ entry, label })))

/** What companies do, one measure a row: a company does several, and a cell holds one. */
export const practices = (city: City): Dataset<Practice> => ({
  name: 'practices',
  title: '認定企業の取組',
  description:
    'いま認定されている事業者について、確認できた取組の一覧です。認定番号で、認定企業一覧と結び付けられます。',
  record: '事業者の取組1つ',
  columns: [
    ...cityColumns<Practice>(city),
    { ...numberColumn, value: ({ entry }) => entry.number },
    { ...nameColumn, value: ({ entry }) => entry.name },
    {
      name: '取組コード',
      key: 'practiceCode',
      type: 'string',
      meaning: '取組の種類を表すコード',
      example: 'telework',
      pattern: '^[a-z0-9-]+$',
      value: ({ label }) => measures.find((measure) => measure.label === label)?.id ?? null
    },
    {
      name: '取組',
      key: 'practice',
      type: 'string',
      meaning: '取組コードの名称',
      example: 'テレワーク',
      value: ({ label }) => label
    }
  ]
})
