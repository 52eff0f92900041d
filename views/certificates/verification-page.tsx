import type { ComponentChildren, VNode } from 'preact'
import type { Validity } from '../../src/certificates/validity.ts'
import type { KnownCertificate, VerificationAnswer } from '../../src/certificates/verification-answer.ts'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { TextField } from '../components/text-field.tsx'
import { formatDate, formatPeriod } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

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

const renewedFact = ({ validity, latestEndsOn }: KnownCertificate) =>
  validity === 'renewed' ? [{ term: '更新後の満了日', description: formatDate(latestEndsOn) }] : []

/** What the city says of a certificate, with the facts that it tells everybody; `children` is what else there is to say. */
export const VerificationResult = ({
  answer,
  code,
  children
}: {
  readonly answer: VerificationAnswer
  readonly code: string
  readonly children?: ComponentChildren
}): VNode => {
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
      {children}
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
  error,
  credentialUrl
}: {
  readonly frame: PageFrame
  readonly action: string
  /** As typed, or as printed where it can be a code. */
  readonly code: string
  /** Null while nothing was asked. */
  readonly answer: VerificationAnswer | null
  readonly error?: string | undefined
  /** Where the certificate is had as a credential; null where it is not. */
  readonly credentialUrl: string | null
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'code', message: error }]} />
    {answer === null ? (
      <p>{lead}</p>
    ) : (
      <VerificationResult answer={answer} code={code}>
        {credentialUrl === null ? null : (
          <p>
            この認定証は、<a href={credentialUrl}>デジタル証明書（Open Badges 3.0のPNG画像）</a>でも受け取れます。
          </p>
        )}
      </VerificationResult>
    )}
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
    <p>
      認定証のPDFや、デジタル証明書の画像を受け取ったときは、<a href={paths.fileVerification}>ファイルで確認する</a>
      こともできます。
    </p>
  </Layout>
)
