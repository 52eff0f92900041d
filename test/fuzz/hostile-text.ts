import fc from 'fast-check'

/** Text as strangers send it: what means something to a parser, a spreadsheet, a database or a screen. */

const pieces = [
  '', ' ', '　', '\n', '\r\n', '\t', '\u0000', '\u0007', '\u200b', '\u202e', '\ufeff', '\u00ad', '\u2028',
  '=1+1', '+1', '-1', '@SUM', '＝1', '"', "'", ',', ';', '<script>', '</', '&amp;', '<!--', '{{', '}}', '{{事業者名}}',
  '{{市名}}', '｛｛', '[x](javascript:alert(1))', '![', '](', '[^1]', '# ', '> ', '- ', '1. ', '| a | b |', '```', '~~', '**',
  '__proto__', 'constructor', 'toString', '../', '/', '\\', '//', 'http://', 'https://例え.テスト', 'javascript:', 'mailto:',
  '%', '%00', '%E0%A4%A', '%2F', '0', '-0', '1e9', '1e309', 'NaN', 'Infinity', '9007199254740993', '１２３', '٣', 'Ⅳ', '㍿',
  '㏂', 'ﷺ', 'ﾀﾞ', 'が', 'ヴ', '𠮷', '髙', '👨‍👩‍👧', '\u{10ffff}', 'é', 'İ', 'ß', 'ﬁ', '7123456789012', '2026-02-29', '2026-12-08',
  '１０', 'null', 'undefined', 'true', '[]', '{}', 'yes', 'a@b.jp', 'x'.repeat(300), 'あ'.repeat(120)
] as const // biome-ignore format: a list to be read across

const piece = fc.constantFrom(...pieces)
const anything = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.toWellFormed())

/** Any text that can arrive through a form: whole characters, anything else about them. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.oneof(piece, anything), { maxLength: 6 }).map((parts) => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc.tuple(piece, fc.nat(400)).map(([part, times]) => part.repeat(times).slice(0, 9_000).toWellFormed())
  },
  { weight: 1, arbitrary: anything }
)

/** A valid text with something put in, taken out or doubled. */
export const mutated = (valid: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(valid.length), fc.nat(6), hostileText)
    .map(([at, cut, put]) => (valid.slice(0, at) + put + valid.slice(at + cut)).toWellFormed())

/** Bytes of a valid file with some changed, cut out or put in. */
export const mutatedBytes = (valid: Buffer): fc.Arbitrary<Buffer> =>
  fc
    .array(
      fc.tuple(
        fc.nat(Math.max(0, valid.length - 1)),
        fc.constantFrom('flip', 'cut', 'put'),
        fc.uint8Array({ maxLength: 12 })
      ),
      { minLength: 1, maxLength: 6 }
    )
    .map((changes) =>
      changes.reduce((bytes, [at, how, put]) => {
        if (how === 'flip')
          return Buffer.concat([
            bytes.subarray(0, at),
            Buffer.from([(bytes[at] ?? 0) ^ (put[0] ?? 1)]),
            bytes.subarray(at + 1)
          ])
        if (how === 'cut') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + put.length * 8)])
        return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)])
      }, valid)
    )

/** What makes careless patterns slow when it comes many times over. */
export const slowPieces: readonly string[] = [
  'a', ' ', '　', '\n', ' \n', '-', '=', '(', '[', '![', '{{', '{{a', '}', '"', '<', '%', '/', '../', '*', '_a_', '`', '> ', '1,', '1-', '・', 'ー', '𠮷', '|', '\\'
] // biome-ignore format: a list to be read across
