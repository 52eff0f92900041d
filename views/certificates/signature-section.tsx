import type { VNode } from 'preact'
import type { SigningState } from '../../src/documents/signing-state.ts'
import { paths } from '../../src/paths.ts'
import { DataTable } from '../components/data-table.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { formatDate, formatPeriod } from '../format.ts'
import type { PeriodRow } from './period-table.tsx'

/** That the signing certificate is about to end, for those who can have it replaced. Nothing before that. */
export const SigningNotice = ({ signing }: { readonly signing: SigningState | null }): VNode | null =>
  signing === null || signing.daysLeft === null ? null : (
    <Notice tone="warning" title="認定証の電子署名の証明書を、新しくしてください">
      <p>
        {signing.signer}の電子署名の証明書は、{formatDate(signing.validUntil)}で期限が切れます
        {signing.daysLeft === 0 ? '。' : `（あと${signing.daysLeft}日）。`}
        期限が切れると、認定証を交付できません。ポータルの管理者に、証明書の更新を依頼してください。
      </p>
    </Notice>
  )

const settingWords = (signing: SigningState | null): string =>
  signing === null
    ? 'このポータルには電子署名の設定がないため、交付するときに電子署名は付きません。市の電子署名の仕組みで署名したPDFに差し替えることができます。'
    : `交付するときに、${signing.signer}の電子署名を付けます（証明書の期限：${formatDate(signing.validUntil)}）。`

/** Which certificates carry an electronic signature, whose, and the way to hand in one signed elsewhere. */
export const SignatureSection = ({
  signing,
  offersCredentials,
  periods
}: {
  readonly signing: SigningState | null
  /** Whether certificates are had as verifiable credentials too. */
  readonly offersCredentials: boolean
  readonly periods: readonly PeriodRow[]
}): VNode => (
  <Section title="認定証の電子署名">
    <p>{settingWords(signing)}</p>
    {offersCredentials ? null : (
      <p>デジタル証明書（Open Badges 3.0）は、署名の鍵が設定されていないため、発行していません。</p>
    )}
    <DataTable
      caption="認定証の電子署名"
      captionHidden
      columns={[
        { key: 'period', label: '認定期間', rowHeader: true },
        { key: 'signer', label: '電子署名' },
        { key: 'copy', label: '署名したPDF' }
      ]}
      rows={periods.toReversed().flatMap(({ certificateId, period, signer }) =>
        certificateId === null
          ? []
          : [
              {
                key: certificateId,
                cells: {
                  period: formatPeriod(period),
                  signer: signer ?? 'なし',
                  copy: <a href={paths.signedCopy(certificateId)}>署名したPDFに差し替える</a>
                }
              }
            ]
      )}
    />
  </Section>
)
