import type { Declared, Marks, RawEvidence } from './answers.ts'
import type { Declaration, Edition } from './edition.ts'

/** Declarations of the 2023 sheet that the 2020 sheet holds as items, by content; their detail is the item's 認定区分. */
const formerItems: Readonly<Partial<Record<Declaration['id'], string>>> = {
  legal_compliance: '6-7',
  kurumin: '6-5',
  diverse_work_style: '6-6'
}

const formerDetail = 'certified_class'

/** A sheet as far as declarations are concerned. */
type DeclaringSheet = {
  readonly edition: Edition
  readonly marks: Marks
  readonly evidence: Readonly<Record<string, RawEvidence>>
  readonly declarations: Readonly<Record<string, Declared>>
}

const asItem = (id: Declaration['id'], { marks, evidence }: DeclaringSheet): Declared | null => {
  const code = formerItems[id]
  if (code === undefined || marks[code] !== 'checked') return null
  const [detail = ''] = [evidence[code]?.[formerDetail] ?? ''].flat()
  return { declared: true, detail }
}

const declaredAs = (id: Declaration['id'], sheet: DeclaringSheet): Declared | null =>
  sheet.edition.id === 'asaka-2020' ? asItem(id, sheet) : (sheet.declarations[id] ?? null)

/** The declarations of a new sheet as the last one leaves them. What the last one does not know is left out. */
export const carriedDeclarations = (last: DeclaringSheet, edition: Edition): Readonly<Record<string, Declared>> =>
  Object.fromEntries(
    edition.declarations.flatMap(({ id }) => {
      const declared = declaredAs(id, last)
      return declared === null ? [] : [[id, declared]]
    })
  )

/** Whether a sheet states that the law is kept: a declaration, or item 6-7 of the 2020 sheet. */
export const statesCompliance = (sheet: DeclaringSheet): boolean =>
  declaredAs('legal_compliance', sheet)?.declared === true
