import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { DataTable } from '../components/data-table.tsx'
import { formatDate, formatPeriod } from '../format.ts'

/** A period of a certification as its table lists it, the first one first. */
export type PeriodRow = {
  readonly applicationId: string
  readonly renewalCount: number
  readonly period: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate }
  readonly certificateId: string | null
  readonly issuedOn: CalendarDate | null
  /** Whose electronic signature the certificate carries; null where it carries none. */
  readonly signer: string | null
}

const kindOf = (renewalCount: number): string => (renewalCount === 0 ? '新規' : `更新（${renewalCount}回目）`)

/** Every period of a certification with its certificate. The application leads to the case for those who examine it. */
export const PeriodTable = ({
  periods,
  caseLinks
}: {
  readonly periods: readonly PeriodRow[]
  readonly caseLinks: boolean
}): VNode => (
  <DataTable
    caption="認定期間と認定証"
    captionHidden
    columns={[
      { key: 'period', label: '認定期間', rowHeader: true },
      { key: 'kind', label: '区分' },
      { key: 'certificate', label: '認定証' },
      ...(caseLinks ? [{ key: 'case', label: '申請' }] : [])
    ]}
    rows={periods.toReversed().map(({ applicationId, renewalCount, period, certificateId, issuedOn, signer }) => ({
      key: applicationId,
      cells: {
        period: formatPeriod(period),
        kind: kindOf(renewalCount),
        certificate:
          certificateId === null ? (
            '書面で交付'
          ) : (
            <a href={paths.certificate(certificateId)}>
              {issuedOn === null ? '' : `${formatDate(issuedOn)}交付`}の認定証（PDF
              {signer === null ? '' : '・電子署名付き'}）
            </a>
          ),
        case: <a href={paths.case(applicationId)}>{kindOf(renewalCount)}の申請</a>
      }
    }))}
  />
)
