import type { VNode } from 'preact'
import type { CategoriesEdition } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import type { HindranceWords } from '../../src/selfcheck/hindrance.ts'
import type { WayOn } from '../../src/selfcheck/way-on.ts'
import type { ForecastWords } from '../browser/forecast-words.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { formatDate } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { CarryForm } from './carry-form.tsx'
import { CarryIntoDraft } from './carry-into-draft.tsx'

type Props = {
  readonly frame: PageFrame
  readonly edition: CategoriesEdition
  readonly code: string
  /** How many items of the self-check have an answer. */
  readonly answered: number
  readonly forecast: Pick<ForecastWords, 'passed' | 'required'>
  readonly way: WayOn
}

const Begin = ({ code, answered, forecast }: Props): VNode => (
  <>
    <p>
      申請書を作り、セルフチェックで答えた{answered}項目を入れます（見込みは{forecast.passed}分野合格、基準は
      {forecast.required}分野）。
    </p>
    <p>
      そのあと、宣言と、取組の内容や実績を書いて提出します。提出するまで、市には届きません。答えはいつでも直せます。
    </p>
    <CarryForm code={code}>この内容で申請をはじめる</CarryForm>
  </>
)

const underWayWords = ({ kind, status }: Extract<WayOn, { kind: 'under-way' }>['application']): string => {
  if (kind === 'renewal')
    return 'いま、更新の申請が進んでいます。更新の申請には前回の内容が入っているため、セルフチェックの答えは引き継ぎません。'
  if (status === 'draft')
    return 'いま、前のチェックシートの申請が入力中です。項目が違うため、セルフチェックの答えは引き継げません。申請の内容は変わっていません。'
  return status === 'returned'
    ? 'いま、提出した申請に、事務局から補正のお願いが届いています。申請の画面で直してください。セルフチェックの答えは引き継ぎません。'
    : 'いま、提出済みの申請を市が確認しています。そのため、セルフチェックの答えは引き継げません。申請の内容は変わっていません。'
}

const UnderWay = ({ way }: { readonly way: Extract<WayOn, { kind: 'under-way' }> }): VNode => (
  <>
    <p>{underWayWords(way.application)}</p>
    <ButtonRow>
      <ButtonLink href={paths.application(way.application.id)}>進んでいる申請を見る</ButtonLink>
    </ButtonRow>
  </>
)

const Renewal = ({ opensOn }: Extract<WayOn, { kind: 'renewal' }>): VNode =>
  opensOn === null ? (
    <>
      <p>
        認定を受けているため、新しい申請ではなく、更新の申請になります。更新の申請には前回の内容が入っているので、セルフチェックの答えは引き継ぎません。
      </p>
      <PostForm action={paths.renewals}>
        <ButtonRow>
          <Button>更新の申請をはじめる</Button>
        </ButtonRow>
      </PostForm>
    </>
  ) : (
    <>
      <p>
        いま認定を受けているので、申請は要りません。更新の申請は、{formatDate(opensOn)}
        からできます。前回の内容が入った画面から、はじめられます。
      </p>
      <ButtonRow>
        <ButtonLink href={paths.company}>申請と認定の画面へ進む</ButtonLink>
      </ButtonRow>
    </>
  )

const WayOnward = (props: Props): VNode => {
  const { way } = props
  switch (way.kind) {
    case 'begin':
      return <Begin {...props} />
    case 'fill':
      return <CarryIntoDraft edition={props.edition} code={props.code} way={way} />
    case 'under-way':
      return <UnderWay way={way} />
    case 'renewal':
      return <Renewal {...way} />
  }
}

/** What happens to the answers of a self-check in the company's own situation, before anything happens. */
export const CarryPage = (props: Props): VNode => (
  <Layout page={props.frame}>
    <WayOnward {...props} />
  </Layout>
)

/** The link to carry over cannot be read. */
export const UnreadableLinkPage = ({
  frame,
  words
}: {
  readonly frame: PageFrame
  readonly words: HindranceWords
}): VNode => (
  <Layout page={frame}>
    <Notice tone="warning" title={words.title} live="alert">
      <p>{words.text}</p>
    </Notice>
    <ButtonRow>
      <ButtonLink href={paths.selfCheck}>セルフチェックをはじめる</ButtonLink>
      <ButtonLink variant="secondary" href={paths.company}>
        申請と認定の画面へ進む
      </ButtonLink>
    </ButtonRow>
  </Layout>
)
