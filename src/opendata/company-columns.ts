import type { EntryContent } from '../directory/entry.ts'
import { industryName } from '../scheme/industries.ts'
import type { Column } from './column.ts'

const notShown = '会社が公開していない'

/** The number, by which the tables are joined. */
export const numberColumn: Column<EntryContent> = {
  name: '認定番号',
  key: 'number',
  type: 'integer',
  meaning: '認定の番号。更新しても変わりません。表と表を結び付けるときに使います',
  example: 12,
  value: (entry) => entry.number
}

export const nameColumn: Column<EntryContent> = {
  name: '名称',
  key: 'name',
  type: 'string',
  meaning: '事業者の名称',
  example: '株式会社あさか製作所',
  value: (entry) => entry.name
}

/** Who it is: told of every certified company. */
export const identityColumns: readonly Column<EntryContent>[] = [
  numberColumn,
  nameColumn,
  {
    name: '名称_カナ',
    key: 'nameKana',
    type: 'string',
    meaning: '名称の読み',
    example: 'カブシキガイシャアサカセイサクショ',
    value: (entry) => entry.nameKana
  },
  {
    name: '法人番号',
    key: 'legalEntityNumber',
    type: 'string',
    meaning: '国税庁が指定する13桁の番号',
    example: '8000012010038',
    pattern: '^[0-9]{13}$',
    empty: '個人事業主など、法人番号がない',
    value: (entry) => entry.legalEntityNumber
  },
  {
    name: '業種コード',
    key: 'industryCode',
    type: 'string',
    meaning: '日本標準産業分類の大分類',
    example: 'E',
    pattern: '^[A-T]$',
    value: (entry) => entry.industry
  },
  {
    name: '業種',
    key: 'industry',
    type: 'string',
    meaning: '業種コードの名称',
    example: '製造業',
    value: (entry) => industryName(entry.industry)
  }
]

/** What a company lets be shown, or does not. */
export const shownColumns: readonly Column<EntryContent>[] = [
  {
    name: '従業員規模',
    key: 'size',
    type: 'string',
    meaning: '従業員の数の区分',
    example: '21〜50人',
    empty: notShown,
    value: (entry) => entry.size
  },
  {
    name: '所在地_連結表記',
    key: 'address',
    type: 'string',
    meaning: '所在地',
    example: '埼玉県朝霞市本町1-1-1',
    empty: notShown,
    value: (entry) => entry.address
  },
  {
    name: '事業内容',
    key: 'business',
    type: 'string',
    meaning: '事業の内容',
    example: '精密部品の製造',
    empty: notShown,
    value: (entry) => entry.business
  },
  {
    name: '会社の風土',
    key: 'culture',
    type: 'string',
    meaning: '会社の雰囲気や、大切にしていること',
    example: '部署を越えて助け合う社風です。',
    empty: notShown,
    value: (entry) => entry.culture
  },
  {
    name: '会社からのひとこと',
    key: 'words',
    type: 'string',
    meaning: '会社が書いた紹介文',
    example: '見学を歓迎しています。',
    empty: '会社が書いていない',
    value: (entry) => entry.words
  },
  {
    name: 'URL',
    key: 'website',
    type: 'url',
    meaning: '会社のホームページ',
    example: 'https://www.example.jp/',
    empty: notShown,
    value: (entry) => entry.website
  },
  {
    name: '求人URL',
    key: 'jobsUrl',
    type: 'url',
    meaning: '求人のページ',
    example: 'https://www.example.jp/recruit',
    empty: notShown,
    value: (entry) => entry.jobsUrl
  }
]
