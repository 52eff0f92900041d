import type { Declaration, Declared, Mark } from '../checklist/index.ts'
import type { FigureColumn } from './figure-columns.ts'
import type { Verdict } from './verdict.ts'

/** One column of figures of an item, last time and this time; a side without a figure is empty. */
export type FigureChange = Pick<FigureColumn, 'name' | 'label'> & {
  readonly itemCode: string
  readonly before: FigureColumn['figures']
  readonly after: FigureColumn['figures']
}

/** A box of text, or a single choice in its words; null where nothing stands. */
export type TextChange = {
  readonly itemCode: string
  /** Name of the form field within the item. */
  readonly field: string
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/** What was ticked, or no longer is, in a list: measures (取組内容) or goals of the SDGs. In the order of the paper. */
export type MeasureChange = {
  readonly itemCode: string
  readonly label: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** `other`: 「-」 came or went, and no check with it. */
export type MarkChange = {
  readonly itemCode: string
  readonly kind: 'added' | 'removed' | 'other'
  readonly before: Mark
  readonly after: Mark
}

export type DeclarationChange = {
  readonly id: Declaration['id']
  readonly text: string
  readonly kind: 'gained' | 'lost' | 'detail'
  readonly before: Declared
  readonly after: Declared
}

/** A category that passed on one side only. */
export type CategoryFlip = { readonly number: number; readonly title: string; readonly kind: 'gained' | 'lost' }

export type BodyChange =
  | { readonly field: 'name' | 'legalEntityNumber'; readonly before: string | null; readonly after: string | null }
  | { readonly field: 'inCity'; readonly before: boolean; readonly after: boolean }

/** Why a renewal must be examined like an initial application. */
export type ExaminationReason =
  | { readonly kind: 'standard-not-met' }
  /** The sheet has no pass mark, or it depends on a weight that is lost: a person must decide. */
  | { readonly kind: 'standard-undetermined' }
  | { readonly kind: 'category-lost'; readonly numbers: readonly number[] }
  | { readonly kind: 'legal-compliance-gone' }
  | { readonly kind: 'legal-entity-changed'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'organisation-changed' }
  | { readonly kind: 'left-city' }

/** What differs between the last certification and its renewal. Lists stand in the order of the paper. */
export type Comparison = {
  readonly figures: readonly FigureChange[]
  readonly texts: readonly TextChange[]
  readonly measures: readonly MeasureChange[]
  readonly marks: readonly MarkChange[]
  readonly declarations: readonly DeclarationChange[]
  readonly body: readonly BodyChange[]
  readonly organisationChanged: boolean
  readonly flips: readonly CategoryFlip[]
  readonly verdict: {
    /** Null where the earlier side was carried over from a sheet of another rule. */
    readonly before: Verdict | null
    readonly after: Verdict
  }
  readonly needsExamination: boolean
  readonly reasons: readonly ExaminationReason[]
}
