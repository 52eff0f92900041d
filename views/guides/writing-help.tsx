import type { VNode } from 'preact'
import { DataTable } from '../components/data-table.tsx'
import { Section } from '../components/section.tsx'

const marks = [
  { typed: '## 申請できる事業者', shown: '見出し。「###」は小見出しになります' },
  { typed: '空の行', shown: '段落の区切り' },
  { typed: '- 就業規則の写し', shown: '箇条書き。「1. 」は番号つきになります' },
  { typed: '**重要なところ**', shown: '太字' },
  { typed: '[審査基準](/guides/standard)', shown: 'リンク。https:// のアドレスも書けます' },
  { typed: '| 種類 | 日数 |\n| --- | --- |\n| 新規 | 60日 |', shown: '表。2行目が見出しとの区切りです' }
]

/** How a guide is written: the few marks that people need. */
export const WritingHelp = (): VNode => (
  <Section title="書き方">
    <p>Markdown（マークダウン）で書きます。HTMLのタグと画像は使えません。タグは、書いたとおりの文字で表示されます。</p>
    <DataTable
      caption="書き方"
      captionHidden
      columns={[
        { key: 'typed', label: '書くこと', rowHeader: true },
        { key: 'shown', label: '表示' }
      ]}
      rows={marks.map(({ typed, shown }) => ({
        key: typed,
        cells: { typed: <code class="guide-typed">{typed}</code>, shown }
      }))}
    />
  </Section>
)

/** A placeholder with what it stands for today; null where that is a whole part of the page. */
export type PlaceholderLine = { readonly name: string; readonly meaning: string; readonly value: string | null }

/** What may stand between double braces. */
export const GuidePlaceholders = ({ placeholders }: { readonly placeholders: readonly PlaceholderLine[] }): VNode => (
  <Section title="使える差し込み">
    <p>本文に書くと、表示するときに今の内容に置き換わります。数字や名前は、できるだけ差し込みで書いてください。</p>
    <DataTable
      caption="使える差し込み"
      captionHidden
      columns={[
        { key: 'name', label: '差し込み', rowHeader: true },
        { key: 'meaning', label: '置き換わる内容' },
        { key: 'value', label: 'いまの内容' }
      ]}
      rows={placeholders.map(({ name, meaning, value }) => ({
        key: name,
        cells: {
          name: <span class="placeholder">{`{{${name}}}`}</span>,
          meaning,
          value: value ?? '（表）'
        }
      }))}
    />
  </Section>
)
