import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

const contained = [
  '会社の情報と、担当者の一覧',
  '申請ごとの回答（項目は公式の文言のまま）、添付したファイル、経過',
  '市の職員や推進委員が、貴社の案件を開いた日',
  '市からお送りした通知文とメール、認定証',
  '紹介ページの文章と画像'
]

/** Offers a company a copy of all its data, and says who took one before. */
export const ExportPage = ({
  frame,
  companyName,
  refusal,
  exportsADay,
  earlier
}: {
  readonly frame: PageFrame
  /** Null for a person without a company. */
  readonly companyName: string | null
  readonly refusal?: string | undefined
  readonly exportsADay: number
  readonly earlier: readonly { readonly at: string; readonly who: string }[]
}): VNode => (
  <Layout page={frame}>
    {refusal === undefined ? null : <ErrorSummary title="書き出していません" errors={[{ message: refusal }]} />}
    <p>
      このサイトが保存している貴社のデータを、1つのZIPファイルにまとめて受け取れます。表計算ソフトで開けるCSVと、ほかのシステムに取り込めるJSONが入っています。
    </p>
    <Section title="入っているもの">
      <ul>
        {contained.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>審査の途中の記録など、市の内部の記録は入っていません。</p>
    </Section>
    <Section title="書き出す">
      {companyName === null ? (
        <p>
          会社の情報がまだ登録されていないため、書き出すデータはありません。アカウントの情報は
          <a href={paths.account}>アカウント</a>で確かめられます。
        </p>
      ) : (
        <>
          <p>
            担当者の氏名や従業員の人数が含まれます。受け取ったファイルの保管場所にご注意ください。1日に{exportsADay}
            回まで書き出せます。だれがいつ書き出したかを記録します。
          </p>
          <PostForm action={paths.dataExport}>
            <ButtonRow>
              <Button>{companyName}のデータを書き出す（ZIP）</Button>
            </ButtonRow>
          </PostForm>
        </>
      )}
    </Section>
    {earlier.length === 0 ? null : (
      <Section title="これまでの書き出し">
        <DataTable
          caption="これまでの書き出し"
          captionHidden
          columns={[
            { key: 'at', label: '日時', rowHeader: true },
            { key: 'who', label: '書き出した人' }
          ]}
          rows={earlier.map(({ at, who }) => ({ key: `${at} ${who}`, cells: { at, who } }))}
        />
      </Section>
    )}
  </Layout>
)
