/** What stands in the mark (チェック欄): ✓, nothing, or 「-」. */
export type Mark = 'checked' | 'unchecked' | 'not_applicable'

/** Marks by item code. An item that is not there is unchecked. */
export type Marks = Readonly<Record<string, Mark>>

/** What was typed beside one item, as typed, by field name. A draft keeps this, right or wrong. */
export type RawEvidence = Readonly<Record<string, string | readonly string[]>>

/** The answer to one declaration, with the free text that goes with it; empty where there is none. */
export type Declared = { readonly declared: boolean; readonly detail: string }

/** What does not fit in one form field, in words that say what to do. */
export type FieldProblem = { readonly field: string; readonly message: string }

/** Most characters that one box of text takes. */
export const maxTextLength = 2000
