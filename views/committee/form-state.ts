/** What is wrong with a field, as a page shows it. */
export type Problem = { readonly field: string; readonly message: string }

/** What was typed, by field name. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>

export const typedIn = (values: Values, name: string): string => {
  const value = values[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const errorFor = (problems: readonly Problem[], name: string): string | undefined =>
  problems.find(({ field }) => field === name)?.message
