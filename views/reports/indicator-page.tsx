import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import type { IndicatorYear } from '../../src/scheme/indicator.ts'
import { IndicatorChart } from '../components/indicator-chart.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { ReportTabs } from './report-tabs.tsx'

/** The indicator of the city's plan, as the secretariat and the committee follow it. */
export const IndicatorPage = ({
  frame,
  indicator,
  years,
  on,
  isSecretariat
}: {
  readonly frame: PageFrame
  readonly indicator: { readonly name: string; readonly unit: string }
  readonly years: readonly IndicatorYear[]
  readonly on: CalendarDate
  /** The secretariat has more reports than this one. */
  readonly isSecretariat: boolean
}): VNode => (
  <Layout page={frame}>
    {isSecretariat ? <ReportTabs current={paths.indicator} /> : null}
    <p class="report-lead">
      市の計画が掲げる活動指標「{indicator.name}
      」です。過ぎた年度は年度末に、今年度は今日、有効な認定を数えています。辞退や取消し、満了で終わった認定は数えません。
    </p>
    <IndicatorChart id="indicator" name={indicator.name} unit={indicator.unit} years={years} on={on} />
  </Layout>
)
