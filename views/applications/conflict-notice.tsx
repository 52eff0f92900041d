import type { VNode } from 'preact'
import type { Difference } from '../../src/applications/differences.ts'
import { Notice } from '../components/notice.tsx'

/** What a colleague saved meanwhile. */
export type Conflict = {
  readonly savedBy: string
  /** 14時05分 */
  readonly savedAt: string
  readonly differences: readonly Difference[]
}

/** Says that a colleague, or another tab, was faster and shows both texts; what was typed stands in the fields below. */
export const ConflictNotice = ({ savedBy, savedAt, differences }: Conflict): VNode => (
  <Notice tone="warning" live="alert" title="別の画面で先に保存されたため、まだ保存していません">
    <p>{`${savedBy}さんが${savedAt}に、別の画面でこのページを保存しました。違うところは次のとおりです。`}</p>
    <p>下の欄には、あなたの入力が残っています。必要なところを直してから、もう一度保存してください。</p>
    <table class="table conflict">
      <caption>違うところ</caption>
      <thead>
        <tr>
          <th scope="col">欄</th>
          <th scope="col">あなたの入力</th>
          <th scope="col">保存されている内容</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, label, typed, stored }) => (
          <tr key={field}>
            <th scope="row">
              <a href={`#${field}`}>{label}</a>
            </th>
            <td>{typed || '（空欄）'}</td>
            <td>{stored || '（空欄）'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Notice>
)
