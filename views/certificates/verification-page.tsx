import type { VNode } from 'preact'
import type { CertificationPeriod } from '../../src/certificates/period.ts'
import type { Validity } from '../../src/certificates/validity.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { TextField } from '../components/text-field.tsx'
import { formatDate, formatPeriod } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** What the city says of a code: nothing but whether it holds, for whom, under which number and for which days. */
export type VerificationAnswer =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known'
      readonly validity: Validity
      readonly endedHow: 'surrendered' | 'revoked' | null
      readonly number: number
      readonly renewalCount: number
      readonly companyName: string
      readonly period: CertificationPeriod
      /** The last day of the certification's latest period. */
      readonly latestEndsOn: CalendarDate
      /** Whose electronic signature the PDF carries; null where it carries none. */
      readonly signer: string | null
    }

type Words = { readonly tone: 'success' | 'warning' | 'error'; readonly title: string; readonly text: string }

const unknown: Words = {
  tone: 'error',
  title: 'この確認コードの認定証は見つかりません',
  text: '確認コードは、認定証の左下に書かれた12文字です（例：7KQ2-M9XT-4HDR）。書き間違いがないかを確かめて、もう一度入力してください。それでも見つからないときは、事務局へお問い合わせください。'
}

const words: Readonly<Record<Validity, Words>> = {
  valid: { tone: 'success', title: '有効な認定証です', text: '市が交付した認定証で、いまは認定期間の中です。' },
  not_yet: {
    tone: 'warning',
    title: '認定期間が始まる前の認定証です',
    text: '市が交付した認定証です。認定期間の初日から有効になります。'
  },
  renewed: {
    tone: 'success',
    title: '更新された認定の、前の認定証です',
    text: '市が交付した認定証です。この認定証の認定期間は終わりましたが、認定は更新されています。'
  },
  continued: {
    tone: 'success',
    title: '有効な認定証です',
    text: '更新の申請を審査しています。決定までは、これまでの認定が有効です。'
  },
  expired: {
    tone: 'warning',
    title: '認定期間が終わった認定証です',
    text: '市が交付した認定証ですが、認定期間は終わっています。'
  },
  revoked: {
    tone: 'error',
    title: '取り消された認定証です',
    text: '市が交付した認定証ですが、認定は取り消されました。'
  }
}

const surrendered: Words = {
  tone: 'warning',
  title: '辞退により効力のない認定証です',
  text: '市が交付した認定証ですが、事業者が認定を辞退しました。'
}

const issuedAhead: Words = {
  ...words.not_yet,
  text: '市が交付した、更新後の認定証です。認定期間の初日までは、前の認定証の認定が有効です。'
}

const wordsFor = (answer: VerificationAnswer): Words => {
  if (answer.kind === 'unknown') return unknown
  if (answer.validity === 'not_yet' && answer.renewalCount > 0) return issuedAhead
  return answer.validity === 'revoked' && answer.endedHow === 'surrendered' ? surrendered : words[answer.validity]
}

const renewedFact = ({ validity, latestEndsOn }: Extract<VerificationAnswer, { readonly kind: 'known' }>) =>
  validity === 'renewed' ? [{ term: '更新後の満了日', description: formatDate(latestEndsOn) }] : []

const Answer = ({ answer, code }: { readonly answer: VerificationAnswer; readonly code: string }): VNode => {
  const { tone, title, text } = wordsFor(answer)
  const facts =
    answer.kind === 'unknown'
      ? []
      : [
          { term: '認定番号', description: `第${answer.number}号` },
          { term: '名称', description: answer.companyName },
          { term: '認定期間', description: formatPeriod(answer.period) },
          ...renewedFact(answer),
          { term: 'PDFの電子署名', description: answer.signer === null ? 'なし' : `あり（${answer.signer}）` }
        ]
  return (
    <Section title="確認の結果">
      <Notice tone={tone} title={title}>
        <p>{text}</p>
      </Notice>
      <DefinitionList entries={[{ term: '確認コード', description: code }, ...facts]} />
    </Section>
  )
}

const lead =
  '認定証に書かれた確認コードで、その認定証が有効かどうかを確かめられます。二次元コードを読み取ると、入力せずに確かめられます。'

/** Whether a certificate is genuine and holds. The same page for right and wrong codes. */
export const VerificationPage = ({
  frame,
  action,
  code,
  answer,
  error
}: {
  readonly frame: PageFrame
  readonly action: string
  /** As typed, or as printed where it can be a code. */
  readonly code: string
  /** Null while nothing was asked. */
  readonly answer: VerificationAnswer | null
  readonly error?: string | undefined
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'code', message: error }]} />
    {answer === null ? <p>{lead}</p> : <Answer answer={answer} code={code} />}
    <form method="get" action={action} novalidate>
      {answer === null ? null : <h2>別の認定証を確認する</h2>}
      <TextField
        name="code"
        label="確認コード"
        hint="認定証の左下に書かれた12文字（例：7KQ2-M9XT-4HDR）。小文字や全角でも、ハイフンがなくても確認できます。"
        width="short"
        autocomplete="off"
        value={answer?.kind === 'known' ? '' : code}
        error={error}
      />
      <ButtonRow>
        <Button>確認する</Button>
      </ButtonRow>
    </form>
  </Layout>
)
