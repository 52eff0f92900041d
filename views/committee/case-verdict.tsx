import type { VNode } from 'preact'
import { describeVerdict } from '../../src/committee/meeting-case.ts'
import type { CaseFile } from '../../src/screening/case-file.ts'
import { TwoColumn } from '../components/columns.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { RadarChart } from '../components/radar-chart.tsx'
import { Section } from '../components/section.tsx'
import { Verdict } from '../components/verdict.tsx'

const readingWords = {
  leaves_denominator: '母数から除く',
  counts_as_unchecked: 'チェックなしとして数える'
} as const

const shortTitles = (file: CaseFile): ReadonlyMap<number, string> =>
  new Map<number, string>(file.edition.categories.map(({ number, shortTitle }) => [number, shortTitle]))

/** How the readings of 「-」 differ here, and which one the secretariat chose for what reason. */
const readingEntries = ({ bothReadings, reading, readingChoice }: CaseFile) =>
  bothReadings?.differ === true
    ? [
        {
          term: '「-」の数え方',
          description: `${readingWords[reading]}${readingChoice === null ? '' : `\n理由：${readingChoice.reason}`}`
        }
      ]
    : []

const passedText = (file: CaseFile): string => {
  const { passedCategoryNumbers } = file.verdict
  const titles = shortTitles(file)
  return passedCategoryNumbers.map((number) => `${number} ${titles.get(number) ?? ''}`).join('\n') || 'なし'
}

/** The verdict that the secretariat confirmed, in words and as a picture. */
export const CaseVerdict = ({ file }: { readonly file: CaseFile }): VNode => {
  const { verdict } = file
  const titles = shortTitles(file)
  return (
    <Section title="事務局が確認した判定">
      <TwoColumn
        side={
          verdict.rule === 'categories' ? (
            <RadarChart
              id="verdict"
              title="分野ごとの割合"
              axes={verdict.categories.map(({ number, checked, counted, passed }) => ({
                label: titles.get(number) ?? String(number),
                ratio: counted === 0 ? 0 : checked / counted,
                passed
              }))}
            />
          ) : null
        }
      >
        <DefinitionList
          entries={[
            {
              term: '認定基準',
              description: <Verdict passed={verdict.meetsStandard === true}>{describeVerdict(verdict)}</Verdict>
            },
            ...(verdict.rule === 'categories'
              ? [
                  { term: '必要な分野の数', description: `${verdict.requiredCategories}分野以上` },
                  { term: '合格した分野', description: passedText(file) }
                ]
              : [{ term: '点数', description: `${verdict.points.atLeast}点以上${verdict.points.atMost}点以下` }]),
            ...readingEntries(file)
          ]}
        />
      </TwoColumn>
    </Section>
  )
}
