import { formTokenField } from '../../views/components/form-token-field.ts'

/** A field of a form as a page sends it: `typed` are those that a person writes in, the others hold given values. */
export type FormField = { readonly name: string; readonly value: string; readonly typed: boolean }

const attribute = (tag: string, name: string): string | null =>
  tag
    .match(new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`))
    ?.slice(1)
    .map((value) => value ?? '')[0] ?? null

const typedKinds = new Set(['text', 'email', 'tel', 'url', 'date', 'number', 'search'])

const controlsIn = (html: string): readonly { readonly tag: string; readonly field: FormField }[] =>
  [...html.matchAll(/<(input|textarea|select|button)\b[^>]*>(?:[^<]*<option[^>]*value="([^"]+)")?/g)].flatMap(
    ([tag, element = '', option]) => {
      const name = attribute(tag, 'name')
      const kind = attribute(tag, 'type') ?? 'text'
      if (name === null || name === '' || name === formTokenField || kind === 'file') return []
      const typed = element === 'textarea' || (element === 'input' && typedKinds.has(kind))
      return [{ tag, field: { name, value: option ?? attribute(tag, 'value') ?? '', typed } }]
    }
  )

/**
 * The fields of the forms of a page that are posted to an address; of radio buttons, boxes and submit buttons of one
 * name the last, which in our forms is the one that asks for the most. The form token is left out: whoever sends the form
 * adds a right one.
 */
export const fieldsOf = (html: string, action: string): readonly FormField[] => {
  const forms = [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].filter(
    ([form]) => attribute(form.slice(0, form.indexOf('>') + 1), 'action') === action
  )
  const ids = forms.map(([form]) => attribute(form.slice(0, form.indexOf('>') + 1), 'id'))
  const inside = forms.flatMap(([, content = '']) => controlsIn(content))
  const outside = controlsIn(html).filter(({ tag }) => {
    const id = attribute(tag, 'form')
    return (id !== null && ids.includes(id)) || attribute(tag, 'formaction') === action
  })
  return [...new Map([...inside, ...outside].map(({ field }) => [field.name, field])).values()]
}
