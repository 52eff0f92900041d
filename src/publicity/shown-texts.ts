import type { ShownField } from './shown-field.ts'

/** What each field would show of a company, in paragraphs; none where it has nothing to show. */
export type ShownTexts = Readonly<Record<ShownField, readonly string[]>>
