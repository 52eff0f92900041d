import type { SectionName } from '../../src/applications/application.ts'
import type { Mark, RawEvidence } from '../../src/checklist/index.ts'
import type { ModelCase } from './model.ts'

/** What people type into a section, the whole one first. */

const sheet = (marks: Readonly<Record<string, Mark>>, evidence: Readonly<Record<string, RawEvidence>> = {}) => ({
  marks,
  evidence
})

export const fillings = {
  declarations: [
    { legal_compliance: { declared: true, detail: '' } },
    { legal_compliance: { declared: false, detail: '' } }
  ],
  'category-1': [
    sheet({ '1-1': 'checked' }, { '1-1': { text: 'イクボス宣言を行い、社内に掲示している。' } }),
    sheet({ '1-1': 'checked' }),
    sheet({ '1-1': 'unchecked' })
  ],
  'category-4': [
    sheet({}),
    sheet(
      { '4-2': 'checked', '4-3': 'not_applicable', '4-5': 'checked' },
      { '4-2': { measures: ['awareness'] }, '4-5': { text: '不妊治療の休暇がある。' } }
    )
  ],
  'category-5': [
    sheet(
      { '5-1': 'checked', '5-2': 'checked' },
      { '5-1': { measures: ['paternity_leave'] }, '5-2': { text: '週2日までのテレワークを導入している。' } }
    ),
    sheet({ '5-1': 'checked' }, { '5-1': { measures: ['paternity_leave'] } })
  ],
  'category-7': [sheet({ '7-2': 'checked' }, { '7-2': { text: '市民まつりの運営に毎年参加している。' } }), sheet({})]
} as const satisfies Partial<Record<SectionName, readonly unknown[]>>

export type Filled = keyof typeof fillings

export const filledSections = Object.keys(fillings).filter((name): name is Filled => name in fillings)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same text for the same data, in whatever order its keys stand. */
export const written = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part
  )

const partOf = (data: Readonly<Record<string, unknown>>, part: string): Readonly<Record<string, unknown>> => {
  const value = data[part]
  return isRecord(value) ? value : {}
}

const isMark = (value: unknown): value is Mark =>
  value === 'checked' || value === 'unchecked' || value === 'not_applicable'

const isEvidence = (value: unknown): value is RawEvidence => isRecord(value)

/** The marks and evidence in a draft. */
export const answersOf = ({ sections }: ModelCase) => {
  const marks: Record<string, Mark> = {}
  const evidence: Record<string, RawEvidence> = {}
  for (const [name, { data }] of Object.entries(sections)) {
    if (!name.startsWith('category-')) continue
    for (const [code, mark] of Object.entries(partOf(data, 'marks'))) if (isMark(mark)) marks[code] = mark
    for (const [code, raw] of Object.entries(partOf(data, 'evidence'))) if (isEvidence(raw)) evidence[code] = raw
  }
  return { marks, evidence }
}

const isBlank = (raw: RawEvidence | undefined): boolean =>
  raw === undefined || Object.values(raw).every((value) => value.length === 0)

/** Whether a draft can be sent: declared (an initial one), something checked, and evidence beside all that is. */
export const isComplete = (one: ModelCase): boolean => {
  const { marks, evidence } = answersOf(one)
  const checked = Object.keys(marks).filter((code) => marks[code] === 'checked')
  const declared = partOf(one.sections.declarations?.data ?? {}, 'legal_compliance').declared === true
  return (declared || one.kind === 'renewal') && checked.length > 0 && !checked.some((code) => isBlank(evidence[code]))
}
