import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Tabs } from '../components/tabs.tsx'

const pages = [
  { href: paths.indicator, label: '認定数の指標' },
  { href: paths.ceremony, label: '認定式' },
  { href: paths.newsletter, label: '広報誌' }
] as const

/** The way between the secretariat's reports. */
export const ReportTabs = ({ current }: { readonly current: (typeof pages)[number]['href'] }): VNode => (
  <Tabs label="報告の種類" tabs={pages.map((page) => ({ ...page, current: page.href === current }))} />
)
