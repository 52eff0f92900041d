import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { EvidenceField, Item } from '../../src/checklist/index.ts'
import { evaluationYears } from '../../src/checklist/index.ts'

const paperFile = fileURLToPath(new URL('../../../shared/source/scheme.md', import.meta.url))
const titleLine = '朝霞市ワーク・ライフ・グッドバランス企業認定制度チェックシート'

/** Whether the city's papers lie beside the project, as they do where it is developed. */
export const hasPaper = existsSync(paperFile)

/** Compared without white space and width: both are the scanner's. */
export const squeezed = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '')

const paper = () => readFileSync(paperFile, 'utf8').replaceAll('ノーマル残業の実施', 'ノー残業デーの実施')

/** The clean copy of the 2023 sheet, which governs: the last one of the papers. */
export const cleanCopy = (): string => {
  const text = paper()
  return text.slice(text.lastIndexOf(titleLine))
}

/** The first, annotated copy, which holds the 2020 sheet. */
export const annotatedCopy = (): string => {
  const text = paper()
  return text.slice(0, text.lastIndexOf(titleLine))
}

/** What the clean copy prints for each item, from its code to the next code or heading, squeezed. */
export const printedItems = (): ReadonlyMap<string, string> => {
  const printed = new Map<string, string>()
  let code: string | null = null
  for (const line of cleanCopy().split('\n')) {
    const start = /^(\d-\d)\t/.exec(line)
    if (start?.[1] !== undefined) code = start[1]
    else if (/^\d \S/.test(line)) code = null
    if (code === null) continue
    const rest = start === null ? line : line.slice(code.length)
    printed.set(code, (printed.get(code) ?? '') + squeezed(rest))
  }
  return printed
}

/** What a field's 記載欄 prints, label by label and unit by unit, as the 2023 sheet lays it out. */
const printedField = (field: EvidenceField): string => {
  switch (field.kind) {
    case 'text':
      return field.label
    case 'measures':
      return [field.label, ...field.options.map(({ text }) => text), field.other].join('')
    case 'overtime':
      return [
        field.bases.map(({ label }) => label).join('又は'),
        ...evaluationYears(2022).map((year) => `${year}年月時間年間時間`)
      ].join('')
    case 'take_up':
      return [field.label, ...evaluationYears(2022).map((year) => `${year}年%`)].join('')
    case 'usage': {
      const row = `年${field.counts.map(({ label }) => `${label}人`).join('')}`
      return field.label + row + row
    }
    case 'head_counts':
      return `${field.label}${field.menLabel}人${field.womenLabel}人${field.shareLabel}%`
    case 'sdgs':
      return field.goalsLabel + field.descriptionLabel
    case 'yearly':
      throw new Error('the 2023 sheet has no such table')
  }
}

/** Everything that the edition says the paper prints for an item, squeezed. */
export const claimedItem = (item: Item): string =>
  squeezed([item.text, item.note ?? '', ...item.evidence.map(printedField)].join(''))
