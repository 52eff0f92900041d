import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Tabs } from '../components/tabs.tsx'

/** The texts that the secretariat may change: those of the letters, and those of the pages for everybody. */
export const SettingTabs = ({ current }: { readonly current: 'letters' | 'guides' }): VNode => (
  <Tabs
    label="文面の種類"
    tabs={[
      { href: paths.letterSettings, label: '通知の文面', current: current === 'letters' },
      { href: paths.guideSettings, label: '案内ページ', current: current === 'guides' }
    ]}
  />
)
