import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { RenewalItem } from '../../src/renewals/renewal-item.ts'
import { ConflictNotice } from '../applications/conflict-notice.tsx'
import { CorrectionNotice } from '../applications/correction-notice.tsx'
import { problemSummary } from '../applications/problem-summary.ts'
import { SaveBar } from '../applications/save-bar.tsx'
import { Button } from '../components/button.tsx'
import { ThreeColumn } from '../components/columns.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { ForecastPanel } from '../components/forecast-panel.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { StepNavigation } from '../components/step-navigation.tsx'
import { Layout } from '../layout.tsx'
import { RenewalItemView } from './renewal-item-view.tsx'
import type { RenewalPageProps } from './renewal-page-props.ts'
import { BodySection, DeclarationsSection, ProfileSection } from './renewal-statements.tsx'

const lead =
  '前回の内容が入っています。年ごとの数字など、空いている欄だけ入力してください。変わったところは「変更する」で直せます。'

const leadOnPaper =
  '前回の認定の申請書が登録されていないため、空欄からはじまります。当てはまる項目を選んで入力してください。'

const Problems = ({
  edition,
  categories,
  items,
  problems,
  posted
}: RenewalPageProps & { items: readonly RenewalItem[] }) => {
  if (posted === null || problems.length === 0) return null
  const year = items[0]?.evaluationYear ?? 0
  const isOf = (number: number, field: string) =>
    categories.some(
      (category) => category.number === number && category.items.some(({ item }) => field.startsWith(`${item.code}.`))
    )
  const ofItems = edition.categories.flatMap((category) =>
    problemSummary(
      category,
      year,
      problems.filter(({ field }) => isOf(category.number, field))
    )
  )
  const others = problems
    .filter(({ field }) => !ofItems.some(({ fieldId }) => fieldId === field))
    .map(({ field, message }) => ({ fieldId: field, message }))
  return (
    <ErrorSummary
      title={
        posted.kept
          ? '入力した内容は保存しました。次のところを確認してください'
          : 'まだ保存していません。次のところを直してください'
      }
      errors={[...others, ...ofItems]}
    />
  )
}

/** Not claimed last time nor now, and nothing to be done about it: out of the way, so that the page is as long as its work. */
const restsAside = ({ standing, mark, isOpen, wasNotAccepted, files }: RenewalItem): boolean =>
  standing === 'unchanged' && (mark ?? 'unchecked') === 'unchecked' && !isOpen && !wasNotAccepted && files.length === 0

const Items = ({ items, ...props }: RenewalPageProps & { readonly items: readonly RenewalItem[] }): VNode => {
  const errors = Object.fromEntries(props.problems.map(({ field, message }) => [field, message]))
  return (
    <>
      {items.map((one) => (
        <RenewalItemView
          key={one.item.code}
          one={one}
          applicationId={props.applicationId}
          errors={errors}
          finding={props.findings[one.item.code] ?? null}
          question={props.questions[one.item.code]}
        />
      ))}
    </>
  )
}

/** What rests opens with its fields in sight: one click, here too, to change an entry. */
const Resting = (props: RenewalPageProps & { readonly items: readonly RenewalItem[] }): VNode | null =>
  props.items.length === 0 ? null : (
    <Disclosure
      summary={`前回から「当てはまらない」の項目（${props.items.map(({ item }) => item.code).join('、')}）を見る・変更する`}
    >
      <Items {...props} items={props.items.map((one) => ({ ...one, isOpen: true }))} />
    </Disclosure>
  )

const Categories = (props: RenewalPageProps): VNode => {
  return (
    <>
      {props.categories.map(({ number, title, items }) => (
        <Section key={number} id={`category-${number}`} title={`${number} ${title}`}>
          <Items {...props} items={items.filter((one) => !restsAside(one))} />
          <Resting {...props} items={items.filter(restsAside)} />
        </Section>
      ))}
    </>
  )
}

/** The Enter key presses the first button of a form, which would otherwise be the one for the profile. */
const DefaultButton = (): VNode => (
  <button type="submit" name="destination" value="next" hidden>
    保存する
  </button>
)

const Form = (props: RenewalPageProps): VNode => (
  <PostForm
    action={paths.renewal(props.applicationId)}
    autocomplete="off"
    novalidate
    data-autosave
    data-sign-in-url={paths.signIn}
    data-edition={props.edition.id}
  >
    <input type="hidden" name="version" value={String(props.version)} />
    <DefaultButton />
    <BodySection {...props} />
    <Categories {...props} />
    <DeclarationsSection {...props} />
    <ProfileSection {...props} />
    <SaveBar savedText={props.savedText}>
      <Button name="destination" value="next">
        保存して確認へ進む
      </Button>
      <Button name="destination" value="page" variant="secondary">
        保存する
      </Button>
    </SaveBar>
  </PostForm>
)

const Body = (props: RenewalPageProps): VNode => {
  const { deadline, correction, conflict, applicationId, frame, hasLastSheet } = props
  return (
    <>
      <PageHeading title={frame.title} lead={hasLastSheet ? lead : leadOnPaper} />
      <Problems {...props} items={props.categories.flatMap(({ items }) => items)} />
      {conflict === null ? null : <ConflictNotice {...conflict} />}
      {deadline === null ? null : <Notice tone={deadline.tone}>{deadline.words}</Notice>}
      {correction === null ? null : <CorrectionNotice applicationId={applicationId} {...correction} />}
      <Form {...props} />
    </>
  )
}

/** A renewal on one page: what stands, the blanks of this time, and a way to change everything else. */
export const RenewalPage = (props: RenewalPageProps): VNode => {
  const { frame, forecast, steps } = props
  return (
    <Layout page={frame}>
      {forecast === null ? (
        <Body {...props} />
      ) : (
        <ThreeColumn
          lead={<StepNavigation label="チェックシートの分野" steps={steps} />}
          side={
            <ForecastPanel
              forecast={forecast}
              disclaimer="見込みは入力内容によるものです。更新できるかどうかは、事務局の確認を経て決まります。"
            />
          }
        >
          <Body {...props} />
        </ThreeColumn>
      )}
    </Layout>
  )
}
