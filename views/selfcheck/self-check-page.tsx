import type { VNode } from 'preact'
import type { CategoriesEdition, Marks } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import type { SelfCheckWords } from '../browser/self-check-words.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { ThreeColumn } from '../components/columns.tsx'
import { ForecastPanel } from '../components/forecast-panel.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { CategorySection } from './category-section.tsx'

/** What has to be said about the link that the page was opened by. */
export type SelfCheckNotice = {
  readonly tone: 'info' | 'warning'
  readonly title: string
  readonly text: string
}

type Props = {
  readonly frame: PageFrame
  readonly sheet: { readonly edition: CategoriesEdition; readonly marks: Marks; readonly complies: boolean }
  readonly evaluationYear: number
  readonly words: SelfCheckWords
  /** The fewest items with which the standard is met. */
  readonly fewest: number
  /** The category that is open at first; null where all are answered. */
  readonly open: number | null
  readonly notice: SelfCheckNotice | null
}

const Facts = ({ words, fewest }: Pick<Props, 'words' | 'fewest'>): VNode => (
  <div class="check-facts">
    <div class="progress">
      <label class="progress__label" for="progress">
        進みぐあい
        <span class="progress__text" data-progress-text>
          {words.progress}
        </span>
      </label>
      <progress id="progress" value={words.decided} max={words.total} />
    </div>
    <ul>
      <li>いちばん少ない場合は、{fewest}項目で基準に届きます。</li>
      <li>分からない項目は、そのままで進めます。</li>
      <li>答えは保存されません。この画面のアドレス（URL）にだけ残ります。</li>
    </ul>
  </div>
)

const Condition = ({ sheet }: Pick<Props, 'sheet'>): VNode => (
  <section class="check-condition" id="condition" tabindex={-1} aria-labelledby="condition-title">
    <h2 id="condition-title">申請の条件</h2>
    <p>次のことが、申請の条件です。当てはまるときは、チェックを付けてください。</p>
    {sheet.edition.declarations
      .filter(({ required }) => required)
      .map(({ id, text }) => (
        <Checkbox key={id} name="complies" value="yes" label={text} checked={sheet.complies} />
      ))}
  </section>
)

/** The Enter key presses the first button of a form, which would otherwise be the one of the first category. */
const DefaultButton = (): VNode => (
  <button type="submit" name="go" value="" hidden>
    見込みを計算する
  </button>
)

/** The 23 items in seven parts that open one after another, and what the answers mean so far. */
export const SelfCheckPage = ({ frame, sheet, evaluationYear, words, fewest, open, notice }: Props): VNode => (
  <Layout page={frame}>
    <PageHeading
      title={frame.title}
      lead={`認定の基準に届くかを、10分ほどで確かめられます。ログインは要りません。${words.total}の項目に答えると、合格の見込みと、いちばんの近道が分かります。`}
    />
    {notice === null ? null : (
      <Notice tone={notice.tone} title={notice.title} live={notice.tone === 'warning' ? 'alert' : undefined}>
        <p>{notice.text}</p>
      </Notice>
    )}
    <ThreeColumn
      lead={<Facts words={words} fewest={fewest} />}
      side={
        <ForecastPanel
          forecast={words.forecast}
          disclaimer="見込みは答えによるものです。認定は、申請のあと、事務局の確認と委員会の意見を経て決まります。"
        />
      }
    >
      <form method="get" action={paths.selfCheck} autocomplete="off" novalidate data-self-check>
        <DefaultButton />
        {words.categories.map((said, index) => (
          <CategorySection
            key={said.category.number}
            words={said}
            marks={sheet.marks}
            evaluationYear={evaluationYear}
            next={words.categories[index + 1]?.category ?? null}
            open={said.category.number === open}
          />
        ))}
        <Condition sheet={sheet} />
        <ButtonRow>
          <Button name="go" value="result">
            結果を見る
          </Button>
        </ButtonRow>
      </form>
    </ThreeColumn>
  </Layout>
)
