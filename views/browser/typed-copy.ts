import { formTokenField } from '../components/form-token-field.ts'

/** What a form holds, name by name, as it would be sent. */
export type Entries = readonly (readonly [name: string, value: string])[]

/** A page's token is good for that page: what is put back into a later one goes with the later one's. */
const withoutToken = (entries: Entries): Entries => entries.filter(([name]) => name !== formTokenField)

/** The version that a form was made from says nothing about what was typed. */
const typedOnly = (entries: Entries): Entries => withoutToken(entries).filter(([name]) => name !== 'version')

/** Whether two forms hold the same answers. */
export const holdSame = (one: Entries, other: Entries): boolean =>
  JSON.stringify(typedOnly(one)) === JSON.stringify(typedOnly(other))

/** The kept copy as it was written, or null where there is none or it cannot be read. */
export const readCopy = (stored: string | null): Entries | null => {
  try {
    const copy: unknown = JSON.parse(stored ?? 'null')
    if (!Array.isArray(copy)) return null
    return copy.flatMap((entry: unknown) =>
      Array.isArray(entry) ? [[String(entry[0]), String(entry[1])] as const] : []
    )
  } catch {
    return null
  }
}

/** The entries of a form; files are sent by themselves. */
export const entriesOf = (form: HTMLFormElement): Entries =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))

const isTicked = (control: HTMLInputElement, entries: Entries): boolean =>
  entries.some(([name, value]) => name === control.name && value === control.value)

/** Puts entries back into a form. */
export const fillForm = (form: HTMLFormElement, entries: Entries): void => {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) {
      control.checked = isTicked(control, entries)
    } else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      const entry = entries.find(([name]) => name === control.name)
      if (entry !== undefined) control.value = entry[1]
    }
  }
}

/** A copy of what was typed that outlives the page, but not the tab: others may use the machine. */
export const copyAt = (place: string, storage: Storage) => ({
  read: (): Entries | null => readCopy(storage.getItem(place)),
  keep: (entries: Entries): void => {
    try {
      storage.setItem(place, JSON.stringify(withoutToken(entries)))
    } catch {
      // A full or forbidden storage takes nothing; the page itself still holds what was typed.
    }
  },
  drop: (): void => storage.removeItem(place)
})
