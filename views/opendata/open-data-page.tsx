import type { VNode } from 'preact'
import type { ColumnDescription } from '../../src/opendata/column.ts'
import { paths } from '../../src/paths.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { Section } from '../components/section.tsx'
import { formatNumber } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

type Table = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly record: string
  readonly columns: readonly ColumnDescription[]
  readonly count: number
  /** When it last changed, in words; null while it is empty. */
  readonly updated: string | null
}

type Props = {
  readonly frame: PageFrame
  readonly licence: { readonly name: string; readonly url: string }
  /** How the source is to be named. */
  readonly credit: string
  readonly baseUrl: string
  /** How often one address may ask within a minute. */
  readonly perMinute: number
  readonly tables: readonly Table[]
}

const typeWords = { string: '文字', integer: '整数', boolean: '真偽', date: '日付', url: 'URL' } as const

const exampleOf = ({ example, type }: ColumnDescription): string =>
  type === 'boolean' ? String(Number(example)) : String(example)

const Columns = ({ title, columns }: Pick<Table, 'title' | 'columns'>): VNode => (
  <Disclosure summary={`「${title}」の列の説明（${columns.length}列）`}>
    <DataTable
      caption={`「${title}」の列の説明`}
      captionHidden
      columns={[
        { key: 'name', label: '列名（CSV）', rowHeader: true },
        { key: 'key', label: 'キー（JSON）' },
        { key: 'type', label: '型' },
        { key: 'meaning', label: '意味' },
        { key: 'example', label: '例' },
        { key: 'empty', label: '値がないとき' }
      ]}
      rows={columns.map((column) => ({
        key: column.key,
        cells: {
          name: column.name,
          key: <code>{column.key}</code>,
          type: typeWords[column.type],
          meaning: column.unit === undefined ? column.meaning : `${column.meaning}（単位：${column.unit}）`,
          example: exampleOf(column),
          empty: column.empty ?? 'なし（必ず値があります）'
        }
      }))}
    />
  </Disclosure>
)

const TableSection = ({ table }: { readonly table: Table }): VNode => (
  <Section title={table.title} id={table.name}>
    <p>{table.description}</p>
    <p class="open-data-facts">
      {formatNumber(table.count)}行（1行は{table.record}）{table.updated === null ? '' : `　最終更新 ${table.updated}`}
    </p>
    <ButtonRow>
      <ButtonLink href={paths.openDataFile(table.name, 'csv')} variant="secondary" download>
        {table.title}のCSVをダウンロードする
      </ButtonLink>
      <ButtonLink href={paths.openDataFile(table.name, 'json')} variant="secondary">
        JSONを開く
      </ButtonLink>
    </ButtonRow>
    <Columns title={table.title} columns={table.columns} />
  </Section>
)

const Terms = ({ licence, credit }: Pick<Props, 'licence' | 'credit'>): VNode => (
  <Section title="利用のルール">
    <p>
      <a href={licence.url}>{licence.name}</a>
      で公開しています。出典を書けば、商用でも、加工しても、自由に使えます。申し込みはいりません。
    </p>
    <p>出典の書き方の例：{credit}</p>
    <p>加工して使うときは、加工したことも書いてください。</p>
  </Section>
)

const Writing = (): VNode => (
  <Section title="データの書き方">
    <p>
      総務省の「統計表における機械判読可能なデータの表記方法の統一ルール」と、デジタル庁の「自治体標準オープンデータセット」の考え方にそっています。
    </p>
    <ul>
      <li>1行に1件、1つのセルに1つの値です。1行目は列名です。結合や、見た目のための空白と改行はありません。</li>
      <li>文字コードはUTF-8です。CSVにはBOMが付いているので、表計算ソフトでそのまま開けます。</li>
      <li>日付は「2026-03-31」の形、年度は始まる年の西暦です。数値に単位や桁区切りは付きません。</li>
      <li>真偽は、CSVでは1と0、JSONではtrueとfalseです。値がないところは、CSVでは空、JSONではnullです。</li>
      <li>コードには、名称の列が並んでいます。法人番号は文字として扱ってください。</li>
      <li>「=」などで始まる文字は、表計算ソフトが数式と取り違えないように、CSVでは先頭に「'」が付きます。</li>
    </ul>
  </Section>
)

const Machines = ({ baseUrl, perMinute, tables }: Pick<Props, 'baseUrl' | 'perMinute' | 'tables'>): VNode => (
  <Section title="プログラムから使う">
    <p>
      次のURLは変わりません。キーはいりません。ほかのサイトのページからも読み込めます（CORS）。仕様は
      <a href={paths.openApi}>OpenAPI文書（JSON）</a>にあります。
    </p>
    <ul class="open-data-urls">
      {tables.flatMap(({ name }) =>
        ['csv', 'json'].map((format) => (
          <li key={`${name}.${format}`}>
            <code>{`${baseUrl}${paths.openDataFile(name, format)}`}</code>
          </li>
        ))
      )}
    </ul>
    <p>
      同じ接続元からは、1分間に{perMinute}
      回まで使えます。超えると429を返すので、Retry-Afterの秒数だけ待ってください。ETagとLast-Modifiedを付けているので、条件付きの要求（If-None-Match、If-Modified-Since）をお使いください。変わっていなければ304を返します。
    </p>
    <p>
      列は末尾に加えることはあっても、名前や意味を変えることはありません。認定されなくなった事業者は、一覧から外れます。
    </p>
  </Section>
)

/** What everybody may download, what each column means, and on what terms. */
export const OpenDataPage = (props: Props): VNode => (
  <Layout page={{ ...props.frame, showHeading: false }}>
    <PageHeading
      title={props.frame.title}
      lead="認定企業の一覧、取組、統計を、だれでも自由に使えるデータとして公開しています。"
    />
    {props.tables.map((table) => (
      <TableSection key={table.name} table={table} />
    ))}
    <Terms {...props} />
    <Writing />
    <Machines {...props} />
  </Layout>
)
