const attribute = (tag: string, name: string): string | null =>
  tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? null

const decoded = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

type Entry = readonly [name: string, value: string]

const inputs = (form: string): readonly Entry[] =>
  [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): Entry[] => {
    const name = attribute(tag, 'name')
    const isChosen = !/type="(radio|checkbox)"/.test(tag) || /\schecked(?=[\s/>=])/.test(tag)
    return name === null || !isChosen || isElsewhere(tag) ? [] : [[name, decoded(attribute(tag, 'value') ?? '')]]
  })

const areas = (form: string): readonly Entry[] =>
  [...form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(
    ([, tag = '', text = '']): Entry => [attribute(` ${tag}`, 'name') ?? '', decoded(text.replace(/^\n/, ''))]
  )

const selects = (form: string): readonly Entry[] =>
  [...form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, tag = '', options = '']): Entry => {
    const chosen = options.match(/<option\b[^>]*\sselected[^>]*>/)?.[0] ?? ''
    return [attribute(` ${tag}`, 'name') ?? '', decoded(attribute(chosen, 'value') ?? '')]
  })

// Controls that stand within the form and yet name another as theirs, and files, are not among its texts.
const isElsewhere = (tag: string): boolean => /\sform="/.test(tag) || /\stype="file"/.test(tag)

/** What a browser posts from the form of a page with this action: every field as the page holds it, and then the changes. */
export const formOf = (
  html: string,
  action: string,
  changes: Readonly<Record<string, string>>
): Readonly<Record<string, readonly string[]>> => {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const posted: Record<string, string[]> = {}
  for (const [name, value] of [...inputs(form), ...areas(form), ...selects(form)])
    posted[name] = [...(posted[name] ?? []), value]
  return { ...posted, ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, [value]])) }
}
