import type { VNode } from 'preact'
import { DefinitionList } from '../components/definition-list.tsx'
import { Section } from '../components/section.tsx'

/** What a renewal renews, in words. */
export type RenewalSummary = {
  /** 第12号（変わりません）. */
  readonly number: string
  readonly companyName: string
  /** 1回目. */
  readonly count: string
  readonly lastPeriod: string
  readonly nextPeriod: string
  /** How late it was submitted; null when it was not. */
  readonly late: string | null
}

/** The certification that is renewed, and what it becomes. */
export const RenewalSummarySection = ({ renewal }: { readonly renewal: RenewalSummary | null }): VNode | null =>
  renewal === null ? null : (
    <Section title="更新する認定">
      <DefinitionList
        entries={[
          { term: '認定番号', description: renewal.number },
          { term: '認定証の名称', description: renewal.companyName },
          { term: '更新', description: renewal.count },
          { term: '前の認定期間', description: renewal.lastPeriod },
          { term: '新しい認定期間', description: <strong>{renewal.nextPeriod}</strong> },
          ...(renewal.late === null ? [] : [{ term: '遅れての提出', description: renewal.late }])
        ]}
      />
    </Section>
  )
