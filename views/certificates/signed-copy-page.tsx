import type { VNode } from 'preact'
import type { CertificationPeriod } from '../../src/certificates/period.ts'
import type { SignedCopy } from '../../src/certificates/signed-copy.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FileField } from '../components/file-field.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { formatDate, formatDateTime, formatPeriod } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

export type SignedCopyPageProps = {
  readonly frame: PageFrame
  readonly certificate: {
    readonly id: string
    readonly number: number
    readonly companyName: string
    readonly period: CertificationPeriod
    readonly issuedOn: CalendarDate
  }
  /** The PDF as the portal made it. */
  readonly original: { readonly sha256: string; readonly signer: string | null }
  /** The latest first: it is the one that is handed out. */
  readonly copies: readonly SignedCopy[]
  readonly fileMegabytes: number
  readonly error: string | undefined
}

const Hash = ({ children }: { readonly children: string }): VNode => <span class="signature__hash">{children}</span>

const signedBy = (signer: string | null): string => (signer === null ? '電子署名なし' : `電子署名：${signer}`)

const Copies = ({ original, copies, certificate }: SignedCopyPageProps): VNode => (
  <DefinitionList
    entries={[
      ...copies.map(({ signer, sha256, uploadedAt, uploadedByName }, index) => ({
        term: index === 0 ? 'いま渡しているPDF' : '前に渡していたPDF',
        description: (
          <>
            <p>{signedBy(signer)}</p>
            <p>
              {formatDateTime(uploadedAt)} {uploadedByName}が差し替え
            </p>
            <Hash>{`SHA-256 ${sha256}`}</Hash>
          </>
        )
      })),
      {
        term: copies.length === 0 ? 'いま渡しているPDF' : 'ポータルが作ったPDF',
        description: (
          <>
            <p>
              {signedBy(original.signer)}（{formatDate(certificate.issuedOn)}交付）
            </p>
            <Hash>{`SHA-256 ${original.sha256}`}</Hash>
          </>
        )
      }
    ]}
  />
)

/** Where the secretariat takes a certificate out to be signed, and hands the signed one in. */
export const SignedCopyPage = (props: SignedCopyPageProps): VNode => {
  const { frame, certificate, fileMegabytes, error } = props
  return (
    <Layout page={frame}>
      <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'signed-pdf', message: error }]} />
      <DefinitionList
        entries={[
          { term: '認定証', description: `第${certificate.number}号 ${certificate.companyName}` },
          { term: '認定期間', description: formatPeriod(certificate.period) }
        ]}
      />
      <p>
        市の電子署名の仕組みで署名した認定証を、事業者に渡すPDFにします。差し替えたあとは、事業者にも市にも、署名したPDFが渡ります。
      </p>
      <Section title="1. 認定証を保存して署名する">
        <p>
          保存したPDFに、市の仕組みで電子署名を加えてください。署名の前に、ほかのソフトで上書き保存したり、印刷し直したりしないでください。
        </p>
        <ButtonRow>
          <ButtonLink variant="secondary" href={paths.originalCertificate(certificate.id)} download>
            認定証のPDFを保存
          </ButtonLink>
        </ButtonRow>
      </Section>
      <Section title="2. 署名したPDFに差し替える">
        <PostForm action={paths.signedCopy(certificate.id)} enctype="multipart/form-data" novalidate>
          <FileField
            id="signed-pdf"
            name="signed-pdf"
            label="署名したPDF"
            hint={`${fileMegabytes}MBまで。署名が正しいことと、署名のほかに変わったところがないことを確かめてから差し替えます。`}
            accept="application/pdf,.pdf"
            required
            error={error}
          />
          <ButtonRow>
            <Button>このPDFに差し替える</Button>
          </ButtonRow>
        </PostForm>
      </Section>
      <Section title="PDFの記録">
        <p>差し替える前のPDFも、記録として残ります。</p>
        <Copies {...props} />
      </Section>
    </Layout>
  )
}
