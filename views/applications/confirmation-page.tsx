import type { VNode } from 'preact'
import type { MissingPart } from '../../src/applications/completeness.ts'
import type { Draft } from '../../src/applications/draft.ts'
import type { Outlook } from '../../src/applications/outlook.ts'
import type { RenewalOutlook, RenewalTerms } from '../../src/applications/renewal-outlook.ts'
import type { FieldProblem } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { TextField } from '../components/text-field.tsx'
import { Verdict } from '../components/verdict.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { errorFor, summaryOf } from '../form-state.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { fieldUrl, partUrl } from './part-url.ts'
import { RenewalPreview } from './renewal-preview.tsx'
import { SubmissionView } from './submission-view.tsx'

/** What became of the confirmation that was sent just now. */
export type ConfirmationState = {
  /** Null while nothing was sent: the registered representative is proposed. */
  readonly attestedBy: string | null
  readonly attested: boolean
  readonly problems: readonly FieldProblem[]
  /** Somebody changed something after the page was opened. */
  readonly changed: boolean
  /** It was sent although parts are missing. */
  readonly refused: boolean
  /** It was sent although a renewal cannot be sent any more. */
  readonly barred: boolean
}

type Props = {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly outlook: Outlook
  readonly state: ConfirmationState
  /** Of a renewal, what it changes; null for an initial application. */
  readonly renewal: RenewalOutlook | null
  readonly terms: RenewalTerms
}

const hrefTo = ({ application }: Draft, { section, field }: MissingPart): string =>
  fieldUrl(application, section, field)

const Missing = ({ draft, outlook, state }: Props): VNode | null =>
  outlook.missing.length === 0 ? null : (
    <Notice
      tone={state.refused ? 'error' : 'warning'}
      title={`申請する前に、次の${outlook.missing.length}か所を入力してください`}
      live={state.refused ? 'alert' : undefined}
    >
      <ul class="link-list">
        {outlook.missing.map((part) => (
          <li key={`${part.field} ${part.message}`}>
            <a href={hrefTo(draft, part)}>{part.message}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )

/** What the time means for a renewal; one that cannot be sent says so first. */
const Terms = ({ terms, state }: Props): VNode | null => {
  if (terms.barred !== null)
    return (
      <Notice tone="error" title="この更新の申請は提出できません" live={state.barred ? 'alert' : undefined}>
        <p>{terms.barred}</p>
      </Notice>
    )
  return terms.note === null ? null : <Notice>{terms.note}</Notice>
}

const Forecast = ({ outlook, draft }: Props): VNode | null => {
  const { verdict, way } = outlook
  if (verdict.rule !== 'categories') return null
  return (
    <Section title="認定の見込み">
      <p>
        7つの分野のうち
        <Verdict passed={verdict.meetsStandard}>{verdict.passedCategories}分野が合格の見込み</Verdict>
        です（認定基準は{verdict.requiredCategories}分野以上）。
        {verdict.meetsStandard ? '認定基準を満たす見込みです。' : 'いまの内容では、認定基準を満たさない見込みです。'}
      </p>
      {way === null ? null : <p>いちばん近い道の見込み：{way}</p>}
      <p class="hint">
        {draft.application.kind === 'renewal'
          ? '見込みは入力内容によるものです。更新できるかどうかは、事務局の確認を経て決まります。'
          : '見込みは入力内容によるものです。認定は、事務局の確認と委員会の意見を経て決まります。'}
      </p>
    </Section>
  )
}

const Doubts = ({ draft, outlook }: Props): VNode | null =>
  outlook.doubts.length === 0 ? null : (
    <Section title="もう一度ご確認いただきたいところ">
      <p>このまま申請することもできます。事務局からお尋ねすることがあります。</p>
      <ul class="doubts">
        {outlook.doubts.map(({ itemCode, title, detail }) => (
          <li key={itemCode}>
            <a href={fieldUrl(draft.application, `category-${itemCode.split('-')[0]}`, `item-${itemCode}`)}>
              {itemCode}
            </a>{' '}
            {title}
            {detail ? <span class="hint">{detail}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  )

const Attestation = ({ draft, state, outlook }: Props): VNode => {
  const { application, profile, version, round } = draft
  return (
    <Section title={round === 1 ? '申請' : '再提出'} id="attestation">
      {outlook.missing.length > 0 ? (
        <p>入力が必要なところが残っています。上の一覧から入力すると、申請できるようになります。</p>
      ) : null}
      <PostForm action={paths.submission(application.id)} novalidate>
        <input type="hidden" name="version" value={String(version)} />
        <input type="hidden" name="round" value={String(round)} />
        <TextField
          name="attestedBy"
          label="代表者の氏名"
          hint="内容を確かめた代表者の氏名です。登録と違うときは、入力し直してください"
          width="medium"
          autocomplete="off"
          required
          value={state.attestedBy ?? profile.representativeName}
          error={errorFor(state.problems, 'attestedBy')}
        />
        <Checkbox
          name="attested"
          label="記載内容は事実と相違ありません"
          required
          checked={state.attested}
          error={errorFor(state.problems, 'attested')}
        />
        <ButtonRow>
          <Button>{round === 1 ? '申請する' : '再提出する'}</Button>
        </ButtonRow>
      </PostForm>
    </Section>
  )
}

/** Everything on one page as it will be read, what is missing, the forecast, the attestation and one button. */
export const ConfirmationPage = (props: Props): VNode => {
  const { frame, draft, outlook, state } = props
  const { application, profile, answers, attachments } = draft
  return (
    <Layout page={frame}>
      <ErrorSummary errors={summaryOf(state.problems)} />
      {state.changed ? (
        <Notice tone="warning" title="まだ申請していません。確認の途中で内容が変わりました" live="alert">
          <p>
            この画面を開いたあとに、ほかの方か別のタブが内容を変更しました。下にいまの内容を表示しています。確かめてから、もう一度
            <a href="#attestation">申請してください</a>。
          </p>
        </Notice>
      ) : null}
      <Terms {...props} />
      <Missing {...props} />
      {props.renewal === null ? null : <RenewalPreview outlook={props.renewal} edition={outlook.edition} />}
      <Forecast {...props} />
      <Doubts {...props} />
      <p>ここから下の内容が、このとおりに事務局へ届きます。</p>
      <SubmissionView
        content={{ profile, attachments, ...answers }}
        edition={outlook.edition}
        evaluationYear={application.evaluationYear}
        hrefOf={({ id }) => paths.attachment(application.id, id)}
        besides={(part, title) => (
          <p>
            <a href={partUrl(application, part)}>
              <VisuallyHidden>{title}を</VisuallyHidden>変更する
            </a>
          </p>
        )}
      />
      <Attestation {...props} />
    </Layout>
  )
}
