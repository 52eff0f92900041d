import type { VNode } from 'preact'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { CaseHeading, type CaseHeadingProps } from './case-heading.tsx'
import type { DecisionEntries } from './decision-page.tsx'

export type DecisionCheckPageProps = {
  readonly frame: PageFrame
  readonly heading: CaseHeadingProps
  readonly action: string
  readonly entries: DecisionEntries
  readonly certified: { readonly companyName: string; readonly period: string; readonly number: string } | null
  readonly reasons: string
  /** The letter to the company as it will be sent; null where its number is not known yet. */
  readonly letter: string | null
  readonly standardNotMet: boolean
}

const facts = ({ certified, reasons, standardNotMet }: DecisionCheckPageProps) => [
  { term: '決定', description: <strong>{certified === null ? '不認定' : '認定'}</strong> },
  ...(certified === null
    ? []
    : [
        { term: '認定証の名称', description: certified.companyName },
        { term: '認定期間', description: certified.period },
        { term: '認定番号', description: certified.number }
      ]),
  ...(standardNotMet && certified !== null ? [{ term: '認定基準', description: '満たさない申請の認定です' }] : []),
  ...(reasons === '' ? [] : [{ term: '理由', description: reasons }])
]

/** The last look before a decision, which cannot be taken back. */
export const DecisionCheckPage = (props: DecisionCheckPageProps): VNode => {
  const { frame, heading, action, entries, certified, letter } = props
  return (
    <Layout page={frame}>
      <CaseHeading {...heading} title={frame.title} />
      <p>
        {certified === null
          ? '決定すると取り消せません。事業者の担当者全員に、次の通知をメールで送ります。'
          : '決定すると取り消せません。認定証を作って保管し、事業者の担当者全員にメールで知らせます。'}
      </p>
      <DefinitionList entries={facts(props)} />
      {letter === null ? null : (
        <section class="section" aria-labelledby="letter">
          <h2 id="letter">事業者への通知</h2>
          <blockquote class="letter">{letter}</blockquote>
        </section>
      )}
      <PostForm action={action}>
        {Object.entries(entries).map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ))}
        <ButtonRow>
          <Button name="step" value="decide" variant={certified === null ? 'danger' : 'primary'}>
            {certified === null ? '不認定とする' : '認定する'}
          </Button>
          <Button name="step" value="edit" variant="secondary">
            書き直す
          </Button>
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}
