import type { VNode } from 'preact'
import type { Application } from '../../src/applications/application.ts'
import type { Journey } from '../../src/applications/journey.ts'
import { paths } from '../../src/paths.ts'
import type { Progress } from '../../src/scoring/index.ts'
import type { ForecastWords } from '../browser/forecast-words.ts'
import { progressWords, stepWords } from '../browser/progress-words.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { TwoColumn } from '../components/columns.tsx'
import { Notice } from '../components/notice.tsx'
import { ProgressBar } from '../components/progress-bar.tsx'
import { RadarChart } from '../components/radar-chart.tsx'
import { Section } from '../components/section.tsx'
import type { Tone } from '../components/status-tag.tsx'
import { type Task, TaskList } from '../components/task-list.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

type Props = {
  readonly frame: PageFrame
  readonly application: Pick<Application, 'id' | 'status'>
  readonly journey: Journey
  readonly forecast: ForecastWords
}

const tones: Readonly<Record<Progress, Tone>> = { not_started: 'neutral', in_progress: 'info', done: 'success' }

const statusOf = (progress: Progress): Task['status'] => ({ label: progressWords[progress], tone: tones[progress] })

const categoryTasks = ({ application, journey, forecast }: Props): readonly Task[] =>
  journey.categories.map(({ category, progress, passed }, index) => ({
    title: `${category.number} ${category.title}`,
    href: paths.category(application.id, category.number),
    hint: progress === 'not_started' ? undefined : forecast.categories[index]?.text,
    status: { label: stepWords(progress, passed), tone: tones[progress] }
  }))

const NextStep = ({ application, journey }: Props): VNode => {
  const { next } = journey
  if (next.kind === 'declarations')
    return <ButtonLink href={paths.declarations(application.id)}>関係法令などの宣言を入力する</ButtonLink>
  if (next.kind === 'confirmation')
    return <ButtonLink href={paths.confirmation(application.id)}>内容を確認して提出する</ButtonLink>
  const stop = journey.categories.find(({ category }) => category.number === next.number)
  return (
    <ButtonLink href={paths.category(application.id, next.number)}>
      {`「${stop?.category.title}」を入力する`}
    </ButtonLink>
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

/** What there is to fill in, how far it is, and what it means so far. */
export const TaskListPage = (props: Props): VNode => {
  const { frame, application, journey } = props
  const parts = [journey.declarations, ...journey.categories.map(({ progress }) => progress)]
  const done = parts.filter((progress) => progress === 'done').length + 1
  return (
    <Layout page={frame}>
      {application.status === 'returned' ? (
        <Notice tone="warning" title="事務局から照会がありました">
          照会のある項目を直して、もう一度提出してください。
        </Notice>
      ) : null}
      <p>
        {`7つの分野のうち${props.forecast.required}つ以上が合格すると、認定基準を満たします。`}
        {'すべての分野を埋める必要はなく、どこから入力しても構いません。'}
      </p>
      <TwoColumn side={<Picture {...props} />}>
        <ProgressBar
          id="progress"
          label="入力の進みぐあい"
          value={done}
          max={parts.length + 1}
          text={`${parts.length + 1}つのうち${done}つが完了`}
        />
        <ButtonRow>
          <NextStep {...props} />
        </ButtonRow>
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
          <p class="hint">資料は、各項目の入力欄で付けられます（任意）。</p>
          <TaskList tasks={categoryTasks(props)} />
        </Section>
        <Section title="提出">
          <TaskList
            tasks={[
              {
                title: '確認と提出',
                href: paths.confirmation(application.id),
                hint: journey.meetsStandard ? undefined : '途中でも、入力した内容を一覧で確認できます。',
                status: statusOf('not_started')
              }
            ]}
          />
        </Section>
      </TwoColumn>
    </Layout>
  )
}
