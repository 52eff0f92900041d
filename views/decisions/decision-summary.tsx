import type { VNode } from 'preact'
import { DataTable } from '../components/data-table.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Section } from '../components/section.tsx'
import { Verdict } from '../components/verdict.tsx'

/** The official verdict as the decision needs it. */
export type VerdictSummary = {
  /** Null: the papers do not say. */
  readonly meetsStandard: boolean | null
  readonly passedCategories: number | null
  readonly requiredCategories: number | null
  readonly categories: readonly {
    readonly number: number
    readonly title: string
    readonly checked: number
    readonly counted: number
    readonly passed: boolean | null
  }[]
}

/** What the committee said of a case. */
export type OpinionsSummary = {
  /** 第3回推進委員会（令和8年11月20日）. */
  readonly meeting: string
  readonly counts: string
  readonly opinions: readonly {
    readonly memberName: string
    readonly label: string
    readonly comment: string
  }[]
}

const standardWords = (meets: boolean | null): VNode => {
  if (meets === null) return <>判定なし（合格点の定めがない版です）</>
  return <Verdict passed={meets}>{meets ? '満たす' : '満たさない'}</Verdict>
}

const categoryWords = (passed: boolean | null): VNode | string =>
  passed === null ? '—' : <Verdict passed={passed}>{passed ? '合格' : '不合格'}</Verdict>

const columns = [
  { key: 'title', label: '分野', rowHeader: true },
  { key: 'checked', label: '認めた項目', align: 'end' },
  { key: 'passed', label: '判定' }
] as const

/** What the secretariat confirmed, by category. */
export const VerdictSection = ({ verdict }: { readonly verdict: VerdictSummary }): VNode => {
  const { passedCategories, requiredCategories } = verdict
  return (
    <Section title="確認済みの判定">
      <DefinitionList
        entries={[
          { term: '認定基準', description: standardWords(verdict.meetsStandard) },
          ...(passedCategories === null
            ? []
            : [{ term: '合格した分野', description: `${passedCategories}分野（基準は${requiredCategories}分野以上）` }])
        ]}
      />
      <DataTable
        caption="分野ごとの判定"
        captionHidden
        columns={columns}
        rows={verdict.categories.map(({ number, title, checked, counted, passed }) => ({
          key: String(number),
          cells: { title: `${number}　${title}`, checked: `${checked} ／ ${counted}`, passed: categoryWords(passed) }
        }))}
      />
    </Section>
  )
}

/** What the committee said; null where no meeting is known. */
export const OpinionsSection = ({ committee }: { readonly committee: OpinionsSummary | null }): VNode => (
  <Section title="推進委員会の意見">
    {committee === null ? (
      <EmptyState title="記録された意見はありません" />
    ) : (
      <>
        <p>
          {committee.meeting}　{committee.counts}
        </p>
        <DefinitionList
          entries={committee.opinions.map(({ memberName, label, comment }) => ({
            term: memberName,
            description: comment === '' ? label : `${label}：${comment}`
          }))}
        />
      </>
    )}
  </Section>
)
