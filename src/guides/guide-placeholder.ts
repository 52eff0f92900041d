const placeholder = /\{\{([^{}\n]*)\}\}/g

/** The names between double braces in a text, in order, each as often as it stands there. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, name = '']) => name.trim())

/** Whether braces are open that nothing closes, or closed that nothing opens. */
export const hasStrayBraces = (text: string): boolean => /\{\{|\}\}/.test(text.replaceAll(placeholder, ''))

/** A text with its placeholders filled in; a name that nobody knows stays as it was typed. */
export const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name.trim()) ? (values[name.trim()] ?? whole) : whole
  )
