import type { FormField } from './forms.ts'

/** A body that none of our pages sends, or that a person sends who tries what happens. */
export type HostileBody = {
  readonly what: string
  readonly payload: string | Buffer
  readonly type: string | null
}

const form = 'application/x-www-form-urlencoded'

const encode = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')

const withTyped = (fields: readonly FormField[], value: string): string =>
  encode(fields.map((field) => [field.name, field.typed ? value : field.value]))

const withGiven = (fields: readonly FormField[], value: string): string =>
  encode(fields.map((field) => [field.name, field.typed ? '文章' : value]))

/** As many fields of 100,000 characters as one body may hold. */
const overlong = (fields: readonly FormField[]): string => {
  const long = new Set(
    fields
      .filter(({ typed }) => typed)
      .slice(0, 9)
      .map(({ name }) => name)
  )
  return encode(fields.map(({ name, value }) => [name, long.has(name) ? 'x'.repeat(100_000) : value]))
}

const strange = ['-1', '1e9', '99999999999999999999', '0000-00-00', '275760-09-13', 'NaN', '1'.repeat(400)]
const given = ['', '-1', '99999999999999999999', "' or 1=1 --", '\u0000', 'constructor', '__proto__', '1e309']

const multipart = (body: string): string => `--frontier\r\n${body}\r\n`
/** The type of those bodies that have parts. */
export const bounded = 'multipart/form-data; boundary=frontier'

/** Everything hostile that can be made of a form's fields; what would be accepted as it stands comes last. */
export const hostileBodies = (fields: readonly FormField[]): readonly HostileBody[] => [
  { what: 'nothing at all', payload: '', type: null },
  { what: 'an empty form', payload: '', type: form },
  { what: 'more than a megabyte', payload: `a=${'x'.repeat(1_200_000)}`, type: form },
  { what: 'fields of 100,000 characters', payload: overlong(fields), type: form },
  {
    what: 'control characters',
    payload: withTyped(fields, '\u0000\u0007\u001b[31m\u202e\ufeff文章\r\n\t'),
    type: form
  },
  { what: 'emoji and rare characters', payload: withTyped(fields, '👨‍👩‍👧‍👦𠮷髙\u{10ffff}'), type: form },
  { what: 'markup', payload: withTyped(fields, '"><script>alert(1)</script>&amp;<!--'), type: form },
  {
    what: 'broken encoding',
    payload: fields.map(({ name }) => `${encodeURIComponent(name)}=%ED%A0%80%E0%A4%A%`).join('&'),
    type: form
  },
  {
    what: 'every field twice',
    payload: encode(
      fields.flatMap(
        ({ name, value }) =>
          [
            [name, value],
            [name, 'x']
          ] as const
      )
    ),
    type: form
  },
  {
    what: 'only what is typed',
    payload: encode(fields.filter(({ typed }) => typed).map(({ name }) => [name, '文章'])),
    type: form
  },
  {
    what: 'ten thousand fields',
    payload: Array.from({ length: 10_000 }, (_value, index) => `f${index}=1`).join('&'),
    type: form
  },
  ...strange.map((value) => ({ what: `typed ${value.slice(0, 30)}`, payload: withTyped(fields, value), type: form })),
  ...given.map((value) => ({ what: `given ${JSON.stringify(value)}`, payload: withGiven(fields, value), type: form })),
  {
    what: 'numbers in JSON',
    payload: JSON.stringify(Object.fromEntries(fields.map(({ name }) => [name, 1]))),
    type: 'application/json'
  },
  {
    what: 'objects in JSON',
    payload: JSON.stringify(Object.fromEntries(fields.map(({ name }) => [name, [{ a: [] }]]))),
    type: 'application/json'
  },
  { what: 'null in JSON', payload: 'null', type: 'application/json' },
  { what: 'broken JSON', payload: '{"a":', type: 'application/json' },
  { what: 'a prototype in JSON', payload: '{"__proto__":{"admin":true}}', type: 'application/json' },
  { what: 'text', payload: 'a=1', type: 'text/plain' },
  { what: 'XML', payload: '<?xml version="1.0"?><a/>', type: 'application/xml' },
  { what: 'no type that exists', payload: 'a=1', type: 'nonsense' },
  { what: 'multipart without a boundary', payload: 'x', type: 'multipart/form-data' },
  { what: 'multipart of noise', payload: Buffer.from([0, 255, 13, 10, 45, 45, 0]), type: bounded },
  {
    what: 'multipart that breaks off',
    payload: multipart('Content-Disposition: form-data; name="files-1-1"; filename="a.pdf"\r\n\r\n%PDF'),
    type: bounded
  },
  {
    what: 'multipart without names',
    payload: `${multipart('Content-Disposition: form-data\r\n\r\nx')}--frontier--\r\n`,
    type: bounded
  },
  {
    what: 'multipart with a field of a prototype',
    payload: `${multipart('Content-Disposition: form-data; name="__proto__"\r\n\r\nx')}--frontier--\r\n`,
    type: bounded
  },
  {
    what: 'unknown fields',
    payload: `${withTyped(fields, '文章')}&__proto__=1&constructor=1&toString=1&more[]=1&=1`,
    type: form
  }
]
