import type { VNode } from 'preact'
import type { Application } from '../../src/applications/application.ts'
import type { CorrectionRequest } from '../../src/applications/correction-request.ts'
import type { CategoryStop, Journey } from '../../src/applications/journey.ts'
import { paths } from '../../src/paths.ts'
import type { Progress } from '../../src/scoring/index.ts'
import type { ForecastWords } from '../browser/forecast-words.ts'
import { progressWords, stepWords } from '../browser/progress-words.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { TwoColumn } from '../components/columns.tsx'
import { ProgressBar } from '../components/progress-bar.tsx'
import { RadarChart } from '../components/radar-chart.tsx'
import { Section } from '../components/section.tsx'
import type { Tone } from '../components/status-tag.tsx'
import { type Task, TaskList } from '../components/task-list.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { askedItemUrl, CorrectionNotice } from './correction-notice.tsx'

type Props = {
  readonly frame: PageFrame
  readonly application: Pick<Application, 'id' | 'status'>
  /** What a returned application was returned for. */
  readonly correction: CorrectionRequest | null
  readonly journey: Journey
  readonly forecast: ForecastWords
}

const tones: Readonly<Record<Progress, Tone>> = { not_started: 'neutral', in_progress: 'info', done: 'success' }

const statusOf = (progress: Progress): Task['status'] => ({ label: progressWords[progress], tone: tones[progress] })

const categoryStatus = ({ journey, correction }: Props, stop: CategoryStop): Task['status'] => {
  const { category, progress, passed } = stop
  const isAsked = correction?.asked.some(({ categoryNumber, isChanged }) => {
    return categoryNumber === category.number && !isChanged
  })
  if (isAsked) return { label: '照会あり', tone: 'warning' }
  if (journey.meetsStandard && progress === 'not_started') return { label: '任意', tone: 'neutral' }
  return { label: stepWords(progress, passed), tone: tones[progress] }
}

const categoryTasks = (props: Props): readonly Task[] =>
  props.journey.categories.map((stop, index) => ({
    title: `${stop.category.number} ${stop.category.title}`,
    href: paths.category(props.application.id, stop.category.number),
    hint: stop.progress === 'not_started' ? undefined : props.forecast.categories[index]?.text,
    status: categoryStatus(props, stop)
  }))

const Next = ({ href, children, more }: { href: string; children: string; more?: string }): VNode => (
  <div class="next-part">
    <ButtonRow>
      <ButtonLink href={href}>{children}</ButtonLink>
    </ButtonRow>
    {more === undefined ? null : <p class="hint">{more}</p>}
  </div>
)

const NextOfDraft = ({ application, journey }: Props): VNode => {
  const { next } = journey
  if (next.kind === 'declarations')
    return <Next href={paths.declarations(application.id)}>関係法令などの宣言を入力する</Next>
  if (next.kind === 'confirmation')
    return (
      <Next href={paths.confirmation(application.id)} more="ほかの分野も入力できます。入力しなくても、提出できます。">
        内容を確認して提出する
      </Next>
    )
  const stop = journey.categories.find(({ category }) => category.number === next.number)
  return <Next href={paths.category(application.id, next.number)}>{`「${stop?.category.title}」を入力する`}</Next>
}

/** A returned application leads to what is asked, then straight to sending it again. */
const NextOfCorrection = ({ application, correction }: Props): VNode => {
  const open = correction?.asked.find(({ isChanged }) => !isChanged)
  return (
    <ButtonRow>
      {open === undefined ? null : (
        <ButtonLink href={askedItemUrl(application.id, open)}>{`${open.itemCode}の照会に答える`}</ButtonLink>
      )}
      <ButtonLink variant={open === undefined ? 'primary' : 'secondary'} href={paths.confirmation(application.id)}>
        内容を確認して再提出する
      </ButtonLink>
    </ButtonRow>
  )
}

const Picture = ({ journey, forecast }: Props): VNode => (
  <aside class="forecast forecast__panel" aria-label="いまの見込み">
    <h2 class="forecast__title">いまの見込み</h2>
    <p>
      <strong class="forecast__passed">{forecast.passed}</strong>
      <span class="forecast__required"> ／ {forecast.required}分野が合格見込み</span>
    </p>
    <p class="forecast__way">{forecast.shortestWay}</p>
    <RadarChart
      id="forecast"
      title="7つの分野の見込み"
      axes={journey.categories.map(({ passed, ratio }, index) => ({
        label: forecast.categories[index]?.title ?? '',
        ratio,
        passed
      }))}
    />
    <p class="forecast__disclaimer">
      見込みは入力内容によるものです。認定は、事務局の確認と委員会の意見を経て決まります。
    </p>
  </aside>
)

/** What an application cannot do without: the profile, the declarations, and as many categories as the standard asks. */
const NeededParts = ({ journey, forecast }: Props): VNode => {
  const passed = journey.categories.filter(({ passed, isLacking }) => passed && !isLacking).length
  const categories = Math.min(passed, forecast.required)
  const isDeclared = journey.declarations === 'done'
  const left = [
    ...(isDeclared ? [] : ['宣言']),
    ...(categories === forecast.required ? [] : [`あと${forecast.required - categories}分野の合格見込み`])
  ]
  return (
    <ProgressBar
      id="progress"
      label="基準を満たす申請まで"
      value={1 + (isDeclared ? 1 : 0) + categories}
      max={2 + forecast.required}
      text={left.length === 0 ? '必要な入力がそろいました' : left.join('と')}
    />
  )
}

const submissionStatus = ({ application, journey }: Props): Task['status'] =>
  application.status === 'returned' || journey.next.kind === 'confirmation'
    ? { label: '提出できます', tone: 'info' }
    : statusOf('not_started')

/** What there is to fill in, how far it is, and what it means so far. */
export const TaskListPage = (props: Props): VNode => {
  const { frame, application, journey, correction, forecast } = props
  return (
    <Layout page={frame}>
      {correction === null ? (
        <p>
          {`7つの分野のうち${forecast.required}つ以上が合格すると、認定基準を満たします。`}
          {'すべての分野を埋める必要はなく、どこから入力しても構いません。'}
        </p>
      ) : (
        <CorrectionNotice applicationId={application.id} {...correction}>
          <NextOfCorrection {...props} />
        </CorrectionNotice>
      )}
      <TwoColumn side={<Picture {...props} />}>
        {correction === null ? (
          <>
            <NeededParts {...props} />
            <NextOfDraft {...props} />
          </>
        ) : null}
        <Section title="基本の情報">
          <TaskList
            tasks={[
              { title: '会社の情報', href: paths.profile, status: statusOf('done') },
              {
                title: '関係法令などの宣言',
                href: paths.declarations(application.id),
                status: statusOf(journey.declarations)
              }
            ]}
          />
        </Section>
        <Section title="チェックシート">
          <p class="hint">{`${forecast.required}つの分野が合格見込みになれば、ほかは任意です。資料は、各項目の入力欄で付けられます（任意）。`}</p>
          <TaskList tasks={categoryTasks(props)} />
        </Section>
        <Section title="提出">
          <TaskList
            tasks={[
              {
                title: '確認と提出',
                href: paths.confirmation(application.id),
                hint: journey.meetsStandard ? undefined : '途中でも、入力した内容を一覧で確認できます。',
                status: submissionStatus(props)
              }
            ]}
          />
        </Section>
      </TwoColumn>
    </Layout>
  )
}
