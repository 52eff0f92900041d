import type { VNode } from 'preact'
import type { SurrenderDays } from '../../src/certificates/surrender.ts'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { DateField } from '../components/date-field.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Fields } from '../components/fields.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { TextArea } from '../components/text-area.tsx'
import { formatDate, formatDateWithWeekday } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** What a surrender would end, as the company is told before. */
export type SurrenderSubject = {
  readonly certificationId: string
  readonly number: number
  readonly companyName: string
  readonly honour: string
  readonly days: SurrenderDays
  /** The renewal under way that would be withdrawn: its receipt number, empty before it has one; null for none. */
  readonly renewal: string | null
  readonly isRevocationOpen: boolean
}

type SurrenderPageProps = {
  readonly frame: PageFrame
  readonly subject: SurrenderSubject
  readonly values: { readonly reason: string; readonly on: string }
  readonly problems: Readonly<Record<string, string>>
}

const renewalWords = (renewal: string): string =>
  renewal === ''
    ? '入力中の更新の申請は、同時に取り下げられます。'
    : `更新の申請（受付番号 ${renewal}）は、同時に取り下げられます。`

const Consequences = ({ subject }: { readonly subject: SurrenderSubject }): VNode => (
  <Notice tone="warning" title="辞退すると、次のようになります">
    <ul>
      <li>辞退の効力が生じる日から、「{subject.honour}」と名乗ることや、認定証を使うことはできません。</li>
      <li>認定証の確認ページに、辞退により効力がないことが表示されます。理由は公表しません。</li>
      <li>認定企業の一覧と、市の認定数から外れます。</li>
      {subject.renewal === null ? null : <li>{renewalWords(subject.renewal)}</li>}
      {subject.isRevocationOpen ? <li>取消しの手続は、取り消さずに終わります。辞退の日は今日になります。</li> : null}
      <li>辞退は取り消せません。あらためて認定を受けるには、新しい申請が必要です。</li>
    </ul>
  </Notice>
)

const summaryOf = (problems: Readonly<Record<string, string>>) =>
  Object.entries(problems).map(([fieldId, message]) => ({ fieldId, message }))

/** What giving the certification back means, why, and from which day on. */
export const SurrenderPage = ({ frame, subject, values, problems }: SurrenderPageProps): VNode => {
  const { certificationId, days } = subject
  const isOneDay = days.first === days.last
  return (
    <Layout page={frame}>
      <ErrorSummary errors={summaryOf(problems)} />
      <Consequences subject={subject} />
      <PostForm action={paths.surrender(certificationId)} novalidate>
        <Fields>
          <TextArea
            name="reason"
            label="辞退の理由"
            hint="事務局が確かめるためのもので、公表しません。"
            required
            rows={4}
            limit={1000}
            value={values.reason}
            error={problems.reason}
          />
          <DateField
            name="on"
            label="辞退の効力が生じる日"
            hint={
              isOneDay
                ? `${formatDate(days.first)}（今日）になります。`
                : `今日から、認定期間の最後の日（${formatDate(days.last)}）までの日を選んでください。この日から認定はなくなります。`
            }
            required
            min={days.first}
            max={days.last}
            value={values.on}
            error={problems.on}
          />
          <ButtonRow>
            <Button name="step" value="check">
              内容を確かめる
            </Button>
            <ButtonLink variant="text" href={paths.ownCertification(certificationId)}>
              辞退せずに戻る
            </ButtonLink>
          </ButtonRow>
        </Fields>
      </PostForm>
    </Layout>
  )
}

/** The last look before a surrender, which cannot be taken back. */
export const SurrenderCheckPage = ({ frame, subject, values, problems }: SurrenderPageProps): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={summaryOf(problems)} />
    <DefinitionList
      entries={[
        { term: '事業者', description: subject.companyName },
        { term: '認定番号', description: `第${subject.number}号` },
        { term: '効力が生じる日', description: formatDateWithWeekday(values.on) },
        { term: '辞退の理由', description: <p class="typed-text">{values.reason}</p> }
      ]}
    />
    <Consequences subject={subject} />
    <PostForm action={paths.surrender(subject.certificationId)} novalidate>
      <input type="hidden" name="reason" value={values.reason} />
      <input type="hidden" name="on" value={values.on} />
      <Checkbox
        name="confirmed"
        label="辞退すると元に戻せないことを確かめました"
        required
        checked={false}
        error={problems.confirmed}
      />
      <ButtonRow>
        <Button variant="danger" name="step" value="surrender">
          認定を辞退する
        </Button>
        <Button variant="secondary" name="step" value="edit">
          書き直す
        </Button>
      </ButtonRow>
    </PostForm>
  </Layout>
)
