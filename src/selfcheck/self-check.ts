import {
  type CategoriesEdition,
  carryOver,
  currentEdition,
  decodeMarks,
  type Edition,
  editions,
  type MarkedSheet
} from '../checklist/index.ts'

/** The answers of a self-check. Always on the current sheet: links of older ones are carried over when they are opened. */
export type SelfCheck = MarkedSheet<CategoriesEdition>

/** What a link holds. */
export type OpenedLink =
  /** `carriedFrom` names the older sheet that the answers were given on; null where it is the current one. */
  | { readonly ok: true; readonly sheet: SelfCheck; readonly carriedFrom: string | null }
  | { readonly ok: false; readonly reason: 'damaged' | 'unknown-edition' }

/** A self-check that nobody has begun. */
export const blankSheet: SelfCheck = { edition: currentEdition, marks: {}, complies: false }

const carried = ({ edition, marks, complies }: MarkedSheet): SelfCheck => {
  // Marks alone are carried, so the years of figures, of which there are none, do not matter.
  const evaluationYear = currentEdition.introducedInFiscalYear
  const last = { edition, evaluationYear, marks, evidence: {}, declarations: {} }
  return { edition: currentEdition, marks: carryOver(last, currentEdition, evaluationYear).marks, complies }
}

const known: readonly Edition[] = Object.values(editions)

/** Opens the code of a link, whatever it may be. Never throws. */
export const openLink = (code: string): OpenedLink => {
  const decoded = decodeMarks(code, known)
  if (!decoded.ok) return decoded
  const { sheet } = decoded
  return sheet.edition.id === currentEdition.id
    ? { ok: true, sheet: { ...sheet, edition: currentEdition }, carriedFrom: null }
    : { ok: true, sheet: carried(sheet), carriedFrom: sheet.edition.name }
}
