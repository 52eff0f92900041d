import type { ComponentChildren, VNode } from 'preact'
import type { CategoryAnswers } from '../../src/applications/application.ts'
import type { Category, FieldProblem } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import type { CategoryState, CategorySurroundings } from '../browser/category-state.ts'
import { Button } from '../components/button.tsx'
import { ThreeColumn } from '../components/columns.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { ForecastPanel } from '../components/forecast-panel.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { PostForm } from '../components/post-form.tsx'
import { type Step, StepNavigation } from '../components/step-navigation.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { CategoryItem, type ItemFiles } from './category-item.tsx'
import { type Conflict, ConflictNotice } from './conflict-notice.tsx'
import { problemSummary } from './problem-summary.ts'
import { SaveBar } from './save-bar.tsx'

export type CategoryPageProps = {
  readonly frame: PageFrame
  readonly applicationId: string
  readonly editionId: string
  readonly category: Category
  readonly needed: number
  readonly hasNext: boolean
  readonly answers: CategoryAnswers
  readonly version: number
  readonly savedText: string
  readonly state: CategoryState
  readonly surroundings: CategorySurroundings
  readonly steps: readonly Step[]
  readonly problems: readonly FieldProblem[]
  /** The form just posted: whether its entries were kept. Null where the page was merely opened. */
  readonly posted: { readonly kept: boolean } | null
  readonly conflict: Conflict | null
  readonly questions: Readonly<Record<string, string>>
  /** The files of an item, and the forms that send them, which must stand outside of the form with the answers. */
  readonly attachments?: ((itemCode: string) => ItemFiles) | undefined
  readonly attachmentForms?: ComponentChildren
}

const leadOf = ({ category, needed }: CategoryPageProps): string =>
  `${category.items.length}つの項目のうち${needed}つ以上に当てはまると、この分野は合格です。当てはまらない項目はそのままで進めます。`

const Problems = ({ category, surroundings, problems, posted }: CategoryPageProps): VNode | null =>
  posted === null || problems.length === 0 ? null : (
    <ErrorSummary
      title={
        posted.kept
          ? '入力した内容は保存しました。次のところを確認してください'
          : 'まだ保存していません。次のところを直してください'
      }
      errors={problemSummary(category, surroundings.evaluationYear, problems)}
    />
  )

const Items = ({ category, surroundings, answers, state, problems, questions, attachments }: CategoryPageProps) => {
  const errors = Object.fromEntries(problems.map(({ field, message }) => [field, message]))
  return (
    <>
      {category.items.map((item, index) => (
        <CategoryItem
          key={item.code}
          entry={{
            item,
            evaluationYear: surroundings.evaluationYear,
            raw: answers.evidence[item.code] ?? {},
            errors
          }}
          mark={answers.marks[item.code]}
          state={state.items[index] ?? { code: item.code, finding: null, problems: [], showsEvidence: false }}
          question={questions[item.code]}
          attachments={attachments?.(item.code)}
        />
      ))}
    </>
  )
}

/** The Enter key presses the first button of a form, which would otherwise be the one for an item's files. */
const DefaultButton = ({ destination }: { readonly destination: string }): VNode => (
  <button type="submit" name="destination" value={destination} hidden>
    保存する
  </button>
)

const scriptData = ({ editionId, category, surroundings }: CategoryPageProps): string =>
  JSON.stringify({ edition: editionId, category: category.number, ...surroundings })

/** A category of the checklist as it is filled in: where I am, the questions, what they mean for me. */
export const CategoryPage = (props: CategoryPageProps): VNode => {
  const { frame, category, applicationId, conflict, hasNext } = props
  return (
    <Layout page={frame}>
      <ThreeColumn
        lead={<StepNavigation label="チェックシートの分野" steps={props.steps} />}
        side={<ForecastPanel forecast={props.state.forecast} />}
      >
        <PageHeading title={category.title} lead={leadOf(props)} />
        <Problems {...props} />
        {conflict === null ? null : <ConflictNotice {...conflict} />}
        {Object.keys(props.questions).length === 0 ? null : (
          <Notice tone="warning">
            事務局からの照会があります：
            {Object.keys(props.questions).map((code) => (
              <a key={code} class="asked-link" href={`#item-${code}`}>
                {code}へ進む
              </a>
            ))}
          </Notice>
        )}
        {props.attachmentForms}
        <PostForm
          action={paths.category(applicationId, category.number)}
          autocomplete="off"
          novalidate
          data-autosave
          data-sign-in-url={paths.signIn}
          data-category={scriptData(props)}
        >
          <input type="hidden" name="version" value={String(props.version)} />
          <DefaultButton destination={hasNext ? 'next' : 'list'} />
          <Items {...props} />
          <SaveBar savedText={props.savedText}>
            <Button name="destination" value={hasNext ? 'next' : 'list'}>
              {hasNext ? '保存して次の分野へ進む' : '保存して一覧に戻る'}
            </Button>
            {hasNext ? (
              <Button name="destination" value="list" variant="secondary">
                保存して一覧に戻る
              </Button>
            ) : null}
          </SaveBar>
        </PostForm>
      </ThreeColumn>
    </Layout>
  )
}
