import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { CeremonyGuest } from '../../src/reports/ceremony.ts'
import { industryName } from '../../src/scheme/industries.ts'
import { ButtonLink } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { formatDate } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { PeriodBar, type ReportDays } from './period-bar.tsx'
import { ReportTabs } from './report-tabs.tsx'

const Guests = ({ guests, caption }: { readonly guests: readonly CeremonyGuest[]; readonly caption: string }) => (
  <DataTable
    caption={caption}
    columns={[
      { key: 'company', label: '事業者', rowHeader: true },
      { key: 'representative', label: '代表者' },
      { key: 'passed', label: '合格した分野' },
      { key: 'address', label: '送付先' }
    ]}
    rows={guests.map((guest) => ({
      key: guest.applicationId,
      cells: {
        company: (
          <div>
            <a href={paths.case(guest.applicationId)}>{guest.companyName}</a>
            <span class="desk__about">
              第{guest.number}号・{industryName(guest.industry) ?? '業種不明'}
            </span>
            <span class="desk__about">{formatDate(guest.decidedOn)}決定</span>
          </div>
        ),
        representative: (
          <div>
            <span class="desk__fact">{guest.representativeTitle}</span>{' '}
            <span class="desk__fact">{guest.representativeName}</span>
          </div>
        ),
        passed: guest.passedTitles.length === 0 ? '—' : guest.passedTitles.join('、'),
        address: (
          <div>
            <span class="desk__fact">〒{guest.postalCode}</span> {guest.address}
          </div>
        )
      }
    }))}
  />
)

/** Whom the city invites to the ceremony: initial certifications of some days, on the screen, in print and as CSV. */
export const CeremonyPage = ({
  frame,
  days,
  periodWords,
  guests,
  exportUrl
}: {
  readonly frame: PageFrame
  readonly days: ReportDays
  readonly periodWords: string
  readonly guests: readonly CeremonyGuest[]
  readonly exportUrl: string
}): VNode => (
  <Layout page={frame}>
    <ReportTabs current={paths.ceremony} />
    <p class="report-lead">
      新規の認定が決まった事業者の一覧です。更新では認定式を行いません。辞退した事業者と、認定を取り消した事業者は除いています。
    </p>
    <PeriodBar action={paths.ceremony} days={days} />
    {guests.length === 0 ? (
      <EmptyState title="この期間に決まった新規の認定はありません" />
    ) : (
      <>
        <div class="ceremony">
          <Guests guests={guests} caption={`${periodWords}　${guests.length}社`} />
        </div>
        <p class="desk__export">
          <ButtonLink variant="secondary" small href={exportUrl} download>
            この一覧をCSVで保存
          </ButtonLink>
        </p>
      </>
    )}
  </Layout>
)
