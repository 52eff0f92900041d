import type { VNode } from 'preact'
import type { FileAnswer } from '../../src/credentials/file-verification.ts'
import { paths } from '../../src/paths.ts'
import { VerificationResult } from '../certificates/verification-page.tsx'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FileField } from '../components/file-field.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

const genuine = {
  pdf: 'このPDFは、市が交付した認定証そのものです。内容は変わっていません。',
  credential: 'このデジタル証明書は、市が発行したものです。内容は変わっていません。'
} as const

const strange = {
  'strange-pdf': {
    title: '市が交付した認定証のPDFと一致しません',
    text: '市が交付したものではないか、交付のあとで内容が変わっています。保存し直しただけのこともあるため、紙面の確認コードでも確かめてください。'
  },
  foreign: {
    title: '市が発行したデジタル証明書ではありません',
    text: '市の鍵による署名がありません。この証明書の内容を、市は保証しません。'
  },
  altered: {
    title: '内容が変えられたデジタル証明書です',
    text: '市の署名と内容が合いません。この証明書は使えません。'
  }
} as const

const Answer = ({ answer }: { readonly answer: FileAnswer }): VNode => {
  if (answer.kind === 'pdf' || answer.kind === 'credential')
    return (
      <VerificationResult answer={answer.answer} code={answer.code}>
        <p>{genuine[answer.kind]}</p>
      </VerificationResult>
    )
  const { title, text } = strange[answer.kind]
  return (
    <Section title="確認の結果">
      <Notice tone="error" title={title}>
        <p>{text}</p>
      </Notice>
    </Section>
  )
}

/** Whether a file that somebody was given is what the city issued. */
export const FileVerificationPage = ({
  frame,
  answer,
  error,
  fileMegabytes
}: {
  readonly frame: PageFrame
  /** Null while nothing was asked. */
  readonly answer: FileAnswer | null
  readonly error: string | undefined
  readonly fileMegabytes: number
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'file', message: error }]} />
    {answer === null ? (
      <p>
        受け取った認定証のPDFやデジタル証明書が、市が交付したままのものかどうかを確かめられます。選んだファイルは、確認のほかには使わず、保存もしません。
      </p>
    ) : (
      <Answer answer={answer} />
    )}
    <form method="post" action={paths.fileVerification} enctype="multipart/form-data" novalidate>
      {answer === null ? null : <h2>別のファイルを確認する</h2>}
      <FileField
        name="file"
        label="確認するファイル"
        hint={`認定証のPDF、またはデジタル証明書（PNG・SVGの画像、JWT）。${fileMegabytes}MBまで。`}
        accept=".pdf,.png,.svg,.jwt,.jws"
        error={error}
      />
      <ButtonRow>
        <Button>ファイルを確認する</Button>
      </ButtonRow>
    </form>
  </Layout>
)
