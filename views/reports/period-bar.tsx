import type { VNode } from 'preact'
import { Button } from '../components/button.tsx'
import { DateField } from '../components/date-field.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FilterBar } from '../components/filter-bar.tsx'

/** The days that a report covers, as they were typed. */
export type ReportDays = {
  readonly from: string
  readonly to: string
  readonly problems: Readonly<Record<string, string>>
}

/** Asks for the days that a report covers; nothing is changed by it. */
export const PeriodBar = ({ action, days }: { readonly action: string; readonly days: ReportDays }): VNode => (
  <>
    <ErrorSummary errors={Object.entries(days.problems).map(([fieldId, message]) => ({ fieldId, message }))} />
    <form class="report-period" method="get" action={action} novalidate>
      <FilterBar>
        <DateField name="from" label="決定日（はじめ）" value={days.from} error={days.problems.from} />
        <DateField name="to" label="決定日（終わり）" value={days.to} error={days.problems.to} />
        <Button variant="secondary">この期間で作る</Button>
      </FilterBar>
    </form>
  </>
)
