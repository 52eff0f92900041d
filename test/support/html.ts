import { HtmlValidate } from 'html-validate'
import { expect } from 'vitest'

/**
 * What is not the recommended set has its reason:
 * preact writes `<input disabled />` and escapes its own way; the visual length of a title is ours to judge; ids come
 * from form names and may hold dots; checkboxes of one group send the same name.
 */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'error',
    'require-csp-nonce': 'off',
    'tel-non-breaking': 'off',
    'valid-id': ['error', { relaxed: true }],
    'void-style': 'off'
  }
})

/** File fields whose form stands after them: their files would be sent before the form token, and be refused. */
const fieldsBeforeTheirForms = (html: string): readonly string[] =>
  [...html.matchAll(/<input[^>]* type="file"[^>]*>/g)].flatMap(({ 0: field, index }) => {
    const form = field.match(/ form="([^"]+)"/)?.[1]
    const before = html.slice(0, index).match(/<form[^>]* id="[^"]+"/g) ?? []
    return form === undefined || before.some((tag) => tag.endsWith(` id="${form}"`)) ? [] : [field]
  })

/** Fails with every finding of the HTML validator, and where files would be sent before their form's token. A fragment is put into a minimal document first. */
export const expectValidHtml = async (html: string): Promise<void> => {
  const document = html.startsWith('<!DOCTYPE')
    ? html
    : `<!DOCTYPE html><html lang="ja"><head><title>Fragment</title></head><body><main><h1>見出し</h1>${html}</main></body></html>`
  const report = await validator.validateString(document)
  const findings = report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column, selector }) => `${ruleId}: ${message} (${line}:${column} ${selector})`
    )
  )
  expect(findings).toEqual([])
  expect(fieldsBeforeTheirForms(html)).toEqual([])
}
