import type { VNode } from 'preact'
import type { LetterLine } from '../../src/letters/letter.ts'
import type { CaseMail } from '../../src/screening/case-mails.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { MailsSection } from '../screening/case-mails.tsx'
import { CaseHeading, type CaseHeadingProps } from './case-heading.tsx'

/** The certificate that came of a decision. */
export type ResultCertificate = {
  readonly number: number
  readonly companyName: string
  readonly period: string
  readonly url: string
  readonly verificationUrl: string
  readonly sha256: string
}

export type DecisionResultPageProps = {
  readonly frame: PageFrame
  readonly heading: CaseHeadingProps
  readonly caseUrl: string
  readonly outcome: string
  readonly decidedOn: string
  readonly decidedBy: string
  readonly reasons: string
  readonly certificate: ResultCertificate | null
  readonly applicationId: string
  /** The mails about the decision, with what became of each, and the letter that they carry. */
  readonly mails: readonly CaseMail[]
  readonly letters: readonly LetterLine[]
  /** Why what was posted last had no effect; null otherwise. */
  readonly refusal: string | null
}

const certificateFacts = ({ number, companyName, period, verificationUrl, sha256 }: ResultCertificate) => [
  { term: '認定番号', description: `第${number}号` },
  { term: '認定証の名称', description: companyName },
  { term: '認定期間', description: period },
  { term: '確認ページ', description: <a href={verificationUrl}>認定証の確認</a> },
  { term: 'SHA-256', description: <code class="hash">{sha256}</code> }
]

/** A decision as it was taken. */
export const DecisionResultPage = (props: DecisionResultPageProps): VNode => {
  const { frame, heading, caseUrl, outcome, decidedOn, decidedBy, reasons, certificate, mails, letters, refusal } =
    props
  return (
    <Layout page={frame}>
      <CaseHeading {...heading} title={frame.title} />
      {refusal === null ? null : (
        <Notice tone="error" live="alert" title="この内容では決定していません">
          <p>{refusal}</p>
        </Notice>
      )}
      <DefinitionList
        entries={[
          { term: '決定', description: <strong>{outcome}</strong> },
          { term: '決定した日', description: `${decidedOn}（${decidedBy}）` },
          ...(reasons === '' ? [] : [{ term: '理由', description: reasons }])
        ]}
      />
      {certificate === null ? null : (
        <Section title="認定証">
          <DefinitionList entries={certificateFacts(certificate)} />
          <ButtonRow>
            <ButtonLink href={certificate.url}>認定証（PDF）を開く</ButtonLink>
          </ButtonRow>
        </Section>
      )}
      <MailsSection applicationId={props.applicationId} mails={mails} letters={letters} title="事業者への通知" />
      <p>
        <a href={caseUrl}>案件の画面へ戻る</a>
      </p>
    </Layout>
  )
}
