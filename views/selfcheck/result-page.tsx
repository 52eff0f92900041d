import type { VNode } from 'preact'
import type { CategoriesEdition } from '../../src/checklist/index.ts'
import type { LinkPicture } from '../../src/documents/link-picture.ts'
import { paths } from '../../src/paths.ts'
import type { Result } from '../../src/selfcheck/result.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ForecastRows } from '../components/forecast-panel.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { RadarChart } from '../components/radar-chart.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { AnswerList } from './answer-list.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { LinkSection } from './link-section.tsx'
import type { SelfCheckNotice } from './self-check-page.tsx'
import { WaySection } from './way-section.tsx'

export type ResultPageProps = {
  readonly frame: PageFrame
  readonly edition: CategoriesEdition
  /** The last calendar year that an application begun now asks about. */
  readonly evaluationYear: number
  readonly result: Result
  readonly complies: boolean
  readonly code: string
  readonly link: { readonly url: string; readonly picture: LinkPicture }
  readonly notice: SelfCheckNotice | null
  /** The day, in words. */
  readonly madeOn: string
  /** Whether the one who looks may apply: officials may not. */
  readonly applies: boolean
}

/** The verdict first, and under it the one thing to do next. */
const Verdict = ({ result, code, applies }: ResultPageProps): VNode => (
  <section class="check-result" data-meets={String(result.meetsStandard)} aria-labelledby="result-headline">
    <h2 id="result-headline" class="check-result__headline">
      {result.headline}
    </h2>
    <p class="check-result__lead">{result.lead}</p>
    <ButtonRow>
      {applies ? (
        <ButtonLink
          href={`${paths.selfCheckApplication}?c=${code}`}
          variant={result.meetsStandard ? 'primary' : 'secondary'}
        >
          この内容で申請をはじめる
        </ButtonLink>
      ) : null}
      <ButtonLink href={`${paths.selfCheck}?c=${code}`} variant="secondary">
        答えを見直す
      </ButtonLink>
    </ButtonRow>
    {applies ? (
      <p class="hint check-result__hint">
        答えを入れた申請書ができます。途中で保存でき、提出するまで市には届きません。
        {result.meetsStandard ? '' : '基準に届いていなくても、はじめられます。'}
      </p>
    ) : null}
  </section>
)

const Picture = ({ result }: Pick<ResultPageProps, 'result'>): VNode => (
  <aside class="forecast forecast__panel" aria-label="7つの分野の見込み">
    <p>
      <strong class="forecast__passed">{result.forecast.passed}</strong>
      <span class="forecast__required"> ／ {result.forecast.required}分野が合格見込み</span>
    </p>
    <RadarChart
      id="result"
      title="7つの分野の見込み"
      axes={result.categories.map(({ number, title, ratio, passed }) => ({
        label: result.forecast.categories.find((one) => one.number === number)?.title ?? title,
        ratio,
        passed
      }))}
    />
    <ForecastRows categories={result.forecast.categories} />
    <p class="forecast__disclaimer">
      見込みは答えによるものです。認定は、申請のあと、事務局の確認と委員会の意見を経て決まります。
    </p>
  </aside>
)

const Condition = ({ edition, complies }: Pick<ResultPageProps, 'edition' | 'complies'>): VNode => {
  const text = edition.declarations.find(({ required }) => required)?.text ?? ''
  return (
    <Section title="申請の条件">
      <p class="check-answer" data-mark={complies ? 'checked' : ''}>
        <span>{text}</span>
        <strong class="check-answer__mark">{complies ? '当てはまる' : 'まだチェックがありません'}</strong>
      </p>
      <p class="hint">申請のときに、あらためて宣言していただきます。</p>
    </Section>
  )
}

/** What the answers mean, how to get to the standard, what to prepare, and a link to come back. Made to be printed too. */
export const ResultPage = (props: ResultPageProps): VNode => {
  const { frame, edition, evaluationYear, result, notice, madeOn } = props
  return (
    <Layout page={frame}>
      <PageHeading title={frame.title} facts={[edition.name, `${madeOn}現在`]} />
      {notice === null ? null : (
        <Notice tone={notice.tone} title={notice.title}>
          <p>{notice.text}</p>
        </Notice>
      )}
      <div class="check-report">
        <div class="check-report__columns">
          <Verdict {...props} />
          <Picture result={result} />
          <div class="check-report__main">
            {result.way.length === 0 ? null : <WaySection way={result.way} alsoNear={result.alsoNear} />}
            {result.reading === null ? null : (
              <Notice title="「-」の数え方で、結果が変わります">
                <p>{result.reading}</p>
              </Notice>
            )}
            <Condition {...props} />
            <EvidenceList evidence={result.evidence} papers={result.papers} />
          </div>
        </div>
        <LinkSection {...props.link} />
        <AnswerList categories={result.categories} evaluationYear={evaluationYear} />
      </div>
    </Layout>
  )
}
