/** What is wrong with a field, as a page shows it; null where no one field is to blame. */
export type Problem = { readonly field: string | null; readonly message: string }

/** What was typed, by field name. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>

export const typedIn = (values: Values, name: string): string => {
  const value = values[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const errorFor = (problems: readonly Problem[], name: string): string | undefined =>
  problems.find(({ field }) => field === name)?.message

/** The problems as the list at a page's head names them, each leading to its field. */
export const summaryOf = (
  problems: readonly Problem[]
): readonly { readonly fieldId: string | undefined; readonly message: string }[] =>
  problems.map(({ field, message }) => ({ fieldId: field || undefined, message }))
