import type { VNode } from 'preact'
import { type Route, routeLabels } from '../../src/applications/application-status.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { examinationReasonText } from '../../src/scoring/index.ts'
import { type CaseFile, obstaclesOf } from '../../src/screening/case-file.ts'
import type { RenewalReview } from '../../src/screening/renewal.ts'
import { groundsField, otherRoute } from '../../src/screening/route.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Fields } from '../components/fields.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { TextArea } from '../components/text-area.tsx'
import { daysBetween, formatDate, formatDateTime, formatNumber, formatPeriod } from '../format.ts'
import { RenewalChanges } from './renewal-changes.tsx'

/** A renewal beside the certification it follows. */
export type RenewalShown = {
  readonly review: RenewalReview
  /** The period that ends; null where it is unknown. */
  readonly lastPeriod: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate } | null
}

/** What was typed about the way and came back. */
export type PostedRoute = { readonly reason: string; readonly error?: string | undefined }

type Props = {
  readonly file: CaseFile
  readonly renewal: RenewalShown
  readonly editable: boolean
  readonly posted: PostedRoute | null
}

const routeButtons: Readonly<Record<Route, string>> = {
  simplified: '再審査なしで進める',
  examination: '委員会に付して進める'
}

const lateWords = ({ lastPeriod }: RenewalShown, { submissions, submission }: CaseFile): string | null => {
  if (lastPeriod === null) return null
  const { submittedOn } = submissions[0] ?? submission
  const days = daysBetween(lastPeriod.endsOn, submittedOn)
  return days <= 0 ? null : `認定期間の終了から${formatNumber(days)}日後の提出（${formatDate(submittedOn)}）`
}

const Facts = ({ renewal, file }: Props): VNode | null => {
  const late = lateWords(renewal, file)
  return renewal.lastPeriod === null ? null : (
    <DefinitionList
      entries={[
        { term: '前回の認定期間', description: formatPeriod(renewal.lastPeriod) },
        ...(late === null ? [] : [{ term: '遅れての提出', description: <strong class="not-yet">{late}</strong> }])
      ]}
    />
  )
}

const Proposal = ({ renewal: { review }, file }: Props): VNode => {
  const { reasons } = review.comparison
  return (
    <Notice
      tone={review.proposed === 'simplified' ? 'success' : 'warning'}
      title={`提案：${routeLabels[review.proposed]}`}
    >
      {reasons.length === 0 ? (
        <p>再審査の必要な変更はありません。委員会の意見を聴かずに更新できます。</p>
      ) : (
        <ul>
          {reasons.map((reason) => (
            <li key={reason.kind}>{examinationReasonText(reason, file.edition)}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

const Choice = ({ file, renewal: { review }, posted }: Props): VNode => {
  const { proposed, grounds, unchangedItems } = review
  const hidden = (
    <>
      <input type="hidden" name="round" value={file.submission.round} />
      <input type="hidden" name="grounds" value={groundsField(grounds)} />
    </>
  )
  const other = otherRoute(proposed)
  const together = unchangedItems.length === 0 ? '' : `（前回と同じ${unchangedItems.length}項目を認める）`
  const words = (route: Route) => `${routeButtons[route]}${route === 'simplified' ? together : ''}`
  return (
    <>
      <PostForm action={paths.caseRoute(file.application.id)}>
        {hidden}
        <Button name="route" value={proposed}>
          {words(proposed)}
        </Button>
      </PostForm>
      <Disclosure
        summary="提案と違う進め方にする"
        open={posted !== null && posted.reason + (posted.error ?? '') !== ''}
      >
        <PostForm action={paths.caseRoute(file.application.id)} novalidate>
          {hidden}
          <Fields>
            <TextArea
              name="route-reason"
              label="提案と違う進め方にする理由"
              required
              rows={3}
              value={posted?.reason ?? ''}
              error={posted?.error}
            />
            <div>
              <Button variant="secondary" name="route" value={other}>
                {words(other)}
              </Button>
            </div>
          </Fields>
        </PostForm>
      </Disclosure>
    </>
  )
}

const Chosen = ({ file, renewal: { review }, editable }: Props): VNode | null => {
  const { choice, isOutdated } = review
  if (choice === null) return null
  const isReady = editable && !isOutdated && choice.route === 'simplified' && obstaclesOf(file).length === 0
  return (
    <>
      <p>
        選んだ進め方：<strong>{routeLabels[choice.route]}</strong>（{choice.chosenByName}、
        {formatDateTime(choice.chosenAt)}）{choice.reason === '' ? '' : `　理由：${choice.reason}`}
      </p>
      {editable && isOutdated ? (
        <Notice tone="warning" title="進め方を選び直してください">
          <p>進め方を選んだあとに、提案の理由が変わりました。</p>
        </Notice>
      ) : null}
      {isReady ? (
        <p>
          <ButtonLink href={paths.caseDecision(file.application.id)}>認定の更新に進む</ButtonLink>
        </p>
      ) : null}
    </>
  )
}

const Unknown = ({ review }: RenewalShown): VNode | null => {
  if (!review.hasBaseline)
    return (
      <Notice title="前回のチェックシートは登録されていません">
        <p>
          前回は書面で認定しました。比べられないため、すべてを新しい記載として扱い、認定基準と宣言だけから進め方を提案します。
        </p>
      </Notice>
    )
  return review.isCarriedOver ? (
    <p>
      前回とはチェックシートの版が違います。前回の記載を今回の版の項目に移して比べています。分野の合否は比べられません。
    </p>
  ) : null
}

/** What a renewal changes against the last certification, the proposal that follows from it, and the choice. */
export const RenewalSection = (props: Props): VNode => {
  const { file, renewal, editable, posted } = props
  const { review } = renewal
  const isOpen = review.choice === null || review.isOutdated
  return (
    <Section title="前回からの変更" id="renewal">
      <Facts {...props} />
      <Proposal {...props} />
      <Chosen {...props} />
      {editable && isOpen ? <Choice {...props} /> : null}
      {editable && !isOpen ? (
        <Disclosure summary="進め方を選び直す" open={posted !== null}>
          <Choice {...props} />
        </Disclosure>
      ) : null}
      <Unknown {...renewal} />
      {review.hasBaseline ? <RenewalChanges comparison={review.comparison} file={file} /> : null}
    </Section>
  )
}
