import type { VNode } from 'preact'
import type { RenewalOutlook } from '../../src/applications/renewal-outlook.ts'
import type { Edition } from '../../src/checklist/index.ts'
import { changeLines, examinationReasonText, isUnchanged } from '../../src/scoring/index.ts'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'

type Props = { readonly outlook: RenewalOutlook; readonly edition: Edition }

const Way = ({ outlook, edition }: Props): VNode => {
  const { reasons, needsExamination } = outlook.comparison
  if (!needsExamination)
    return (
      <Notice tone="success" title="事務局の確認だけで更新できる見込みです">
        <p>委員会の意見を聴く審査は必要ない見込みです。事務局が内容を確かめて決めます。</p>
      </Notice>
    )
  return (
    <Notice tone="warning" title="委員会の意見を聴いて、審査し直す見込みです">
      <p>次のところが前回と変わるためです。このまま申請することも、戻って直すこともできます。</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.kind}>{examinationReasonText(reason, edition)}</li>
        ))}
      </ul>
      <p>更新できないという意味ではありません。審査のため、決定までの日数が長くなります。</p>
    </Notice>
  )
}

const Changes = ({ outlook, edition }: Props): VNode => {
  const { comparison, hasBaseline, isCarriedOver } = outlook
  if (!hasBaseline) return <p>前回の申請書が登録されていないため、前回との違いは表示できません。</p>
  return (
    <>
      {isCarriedOver ? <p>チェックシートの版が変わったため、前回の内容を新しい版の項目に移して比べています。</p> : null}
      {isUnchanged(comparison) ? <p>年ごとの数字のほかに、前回から変わったところはありません。</p> : null}
      <ul class="change-lines">
        {changeLines(comparison, edition).map(({ itemCode, text }) => (
          <li key={`${itemCode} ${text}`}>
            {itemCode === null ? null : <span class="item__code">{itemCode}</span>} {text}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a renewal changes, and what that means for its way to the decision, before it is sent. */
export const RenewalPreview = (props: Props): VNode => (
  <Section title="前回からの変更">
    <Way {...props} />
    <Changes {...props} />
  </Section>
)
