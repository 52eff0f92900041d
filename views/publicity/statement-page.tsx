import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { Statement } from '../../src/publicity/statement.ts'
import type { Hold } from '../../src/scanning/file-scan.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { TextArea } from '../components/text-area.tsx'
import { Timeline } from '../components/timeline.tsx'
import { formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { outcomeTags } from './outcome-tag.ts'
import { StatementView } from './statement-view.tsx'

type Props = {
  readonly frame: PageFrame
  readonly statement: Statement
  /** What everybody sees now. */
  readonly published: Statement | null
  /** Where it is shown; null where the company is not certified any more. */
  readonly place: { readonly number: number; readonly isPublic: boolean } | null
  /** The newest first. */
  readonly history: readonly { readonly id: string; readonly at: Date; readonly who: string; readonly words: string }[]
  /** What was typed as the reason for a return, and what is wrong with it. */
  readonly reason: { readonly value: string; readonly error: string | undefined }
  /** Whether somebody was faster. */
  readonly isLate: boolean
  /** Why a picture is held back, by its hash; null where it is shown. */
  readonly holdOf: (sha256: string) => Hold | null
}

const Late = ({ statement, reason }: Pick<Props, 'statement' | 'reason'>): VNode => (
  <Notice tone="warning" live="alert" title="この内容は、もう確認を待っていません">
    <p>
      {statement.outcome === 'withdrawn'
        ? '事業者が取り下げたか、新しい内容に差し替えました。「公開内容の確認」から、新しい内容を開いてください。'
        : 'ほかの担当者が先に確認しました。'}
    </p>
    {reason.value === '' ? null : <p>送られなかった理由：{reason.value}</p>}
  </Notice>
)

/** Nobody lets everybody see what nobody could look at. */
const Approval = ({ statement, holdOf }: Pick<Props, 'statement' | 'holdOf'>): VNode =>
  [statement.photo, statement.logo].some((picture) => picture !== null && holdOf(picture) !== null) ? (
    <p>
      写真かロゴのウイルス検査が済んでいないため、いまは公開できません。時間をおいて、このページを開き直してください。
    </p>
  ) : (
    <PostForm action={paths.statementApproval(statement.id)}>
      <ButtonRow>
        <Button>この内容を公開する</Button>
      </ButtonRow>
    </PostForm>
  )

const Decision = ({
  statement,
  reason,
  place,
  holdOf
}: Pick<Props, 'statement' | 'reason' | 'place' | 'holdOf'>): VNode => (
  <Section title="確認する">
    <ul>
      <li>事実と違うことや、認定を実際より大きく見せる書き方がないか</li>
      <li>写真に写っている人や場所を、公開してよさそうか</li>
      <li>他社の名前や作品など、他人の権利に触れるものがないか</li>
    </ul>
    {place === null ? (
      <p>この事業者にはいま有効な認定がないため、公開にしても、認定を受けるまで表示されません。</p>
    ) : null}
    <Approval statement={statement} holdOf={holdOf} />
    <PostForm action={paths.statementReturn(statement.id)} novalidate>
      <TextArea
        name="reason"
        label="差し戻す理由"
        hint="事業者にメールでこのまま送られます。どこをどう直せばよいかを書いてください"
        required
        rows={4}
        limit={400}
        value={reason.value}
        error={reason.error}
      />
      <ButtonRow>
        <Button variant="secondary">理由を送って差し戻す</Button>
      </ButtonRow>
    </PostForm>
  </Section>
)

const State = ({ statement }: Pick<Props, 'statement'>): VNode => {
  const { tone, label } = outcomeTags[statement.outcome ?? 'waiting']
  return (
    <p>
      <StatusTag tone={tone}>{label}</StatusTag> {statement.sentBy}さんが{formatDateTime(statement.sentAt)}に送りました
    </p>
  )
}

/** What a company wants shown beside what is shown now, and the decision on it. */
export const StatementPage = (props: Props): VNode => {
  const { frame, statement, published, place, history, reason, isLate, holdOf } = props
  const isShown = published?.id === statement.id
  return (
    <Layout page={frame}>
      <ErrorSummary errors={reason.error === undefined ? [] : [{ fieldId: 'reason', message: reason.error }]} />
      {isLate ? <Late statement={statement} reason={reason} /> : null}
      <State statement={statement} />
      {place?.isPublic ? (
        <p>
          <a href={paths.publicCompany(place.number)}>認定番号 第{place.number}号の企業ページを見る</a>
        </p>
      ) : null}
      <div class="statements">
        <Section title={isShown ? '公開している内容' : '送られた内容'}>
          <StatementView statement={statement} holdOf={holdOf} />
        </Section>
        {isShown ? null : (
          <Section title="いま公開している内容">
            <StatementView statement={published} holdOf={holdOf} />
          </Section>
        )}
      </div>
      {statement.outcome === 'returned' ? (
        <Section title="差し戻した理由">
          <p class="said">{statement.reason}</p>
        </Section>
      ) : null}
      {statement.outcome === null ? (
        <Decision statement={statement} reason={reason} place={place} holdOf={holdOf} />
      ) : null}
      <Section title="経過">
        <Timeline
          entries={history.map(({ at, who, words }) => ({
            when: formatDateTime(at),
            dateTime: at.toISOString(),
            who,
            what: words
          }))}
        />
      </Section>
    </Layout>
  )
}
