import fc from 'fast-check'
import { expect } from 'vitest'
import { cleanFileName, readableFileName } from '../../src/applications/file-name.ts'
import { receiptNumber, receiptSerial } from '../../src/applications/receipt-number.ts'
import { parseVerificationCode, verificationCode } from '../../src/certificates/verification-code.ts'
import { readNumber } from '../../src/checklist/decimal.ts'
import { currentEdition, editions } from '../../src/checklist/index.ts'
import { decodeMarks, encodeMarks } from '../../src/checklist/mark-code.ts'
import { normalisePhone, normalisePostalCode, normaliseWebsite } from '../../src/companies/contact-details.ts'
import { toFullWidthKatakana } from '../../src/companies/kana.ts'
import { isLegalEntityNumber } from '../../src/companies/legal-entity-number.ts'
import { parseBadgeFile } from '../../src/credentials/badge.ts'
import { directoryUrl, readDirectoryQuery } from '../../src/directory/directory-query.ts'
import { bigramsOf, foldText } from '../../src/directory/folding.ts'
import { longestSearch, readSearch } from '../../src/directory/search-words.ts'
import { readDocument } from '../../src/guides/guide-document.ts'
import { fillIn, namesIn } from '../../src/guides/guide-placeholder.ts'
import { guideProblem } from '../../src/guides/guide-text.ts'
import { safeHref } from '../../src/guides/safe-href.ts'
import { problemsOf, render } from '../../src/letters/wording.ts'
import { type CsvCell, csvOf } from '../../src/platform/csv.ts'
import { formValues } from '../../src/platform/form.ts'
import { readableUrl } from '../../src/platform/readable-url.ts'
import { escapedXml } from '../../src/platform/xml.ts'
import { openLink } from '../../src/selfcheck/self-check.ts'
import { anySheet } from '../support/marked-sheets.ts'
import { hostileText, mutated } from './hostile-text.ts'
import { type AnyParser, expectStorable, listed } from './parser.ts'
import { readCsv } from './read-csv.ts'

const repeated = (piece: string, times: number): string => `あ${piece.repeat(times)}あ`

/** What is normalised once stays as it is. */
const settles = (parse: (text: string) => string | null) => (output: string | null) => {
  if (output !== null) expect(parse(output)).toBe(output)
}

const isWhole = (text: string): boolean => text === text.toWellFormed()

const normalisers: readonly AnyParser[] = (
  [
    ['postal code', normalisePostalCode, '351-0011'],
    ['telephone number', normalisePhone, '048-463-1111'],
    ['website', normaliseWebsite, 'https://www.example.jp/'],
    ['katakana', toFullWidthKatakana, 'ﾀﾏｶﾞﾜ'],
    ['verification code', parseVerificationCode, verificationCode(new Uint8Array(12).fill(7))],
    ['folding', foldText, '株式会社 朝霞']
  ] as const
).map(([name, parse, valid]) =>
  listed({ name, input: fc.oneof(hostileText, mutated(valid)), parse, holds: settles(parse), grown: repeated })
)

const sheetOf = fc.oneof(anySheet(currentEdition), anySheet(editions['asaka-2020']))

const codes: readonly AnyParser[] = [
  listed({
    name: 'code of a self-check',
    input: fc.oneof(hostileText, sheetOf.map(encodeMarks).chain(mutated)),
    parse: openLink,
    grown: repeated
  }),
  listed({
    name: 'code of a self-check, there and back',
    input: sheetOf,
    parse: (sheet) => decodeMarks(encodeMarks(sheet), Object.values(editions)),
    holds: (decoded, sheet) => {
      if (!decoded.ok) throw new Error(decoded.reason)
      expect(encodeMarks(decoded.sheet)).toBe(encodeMarks(sheet))
    }
  }),
  listed({
    name: 'verification code, there and back',
    input: fc.uint8Array({ minLength: 12, maxLength: 12 }),
    parse: (bytes) => verificationCode(bytes),
    holds: (code) => expect(parseVerificationCode(` ${code.toLowerCase().replaceAll('-', '－')} `)).not.toBeNull()
  }),
  listed({
    name: 'receipt number, there and back',
    input: fc.tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 999_999 })),
    parse: ([year, serial]) => receiptSerial(year, receiptNumber(year, serial)),
    holds: (serial, [, given]) => expect(serial).toBe(given)
  }),
  listed({
    name: 'receipt number',
    input: fc.oneof(hostileText, mutated('R8-012')),
    parse: (text) => receiptSerial(2026, text),
    holds: (serial, text) => {
      if (serial !== null) expect(receiptNumber(2026, serial)).toBe(text)
    }
  }),
  listed({
    name: 'legal entity number',
    input: fc.oneof(hostileText, mutated('7123456789012'), fc.stringMatching(/^[0-9]{13}$/)),
    parse: isLegalEntityNumber,
    holds: (isOne, text) => {
      const others = isOne
        ? [...'0123456789'].filter((digit) => digit !== text[0]).map((digit) => digit + text.slice(1))
        : []
      expect(others.some(isLegalEntityNumber)).toBe(false)
    },
    grown: repeated
  }),
  listed({
    name: 'file of a badge',
    input: fc.oneof(hostileText, mutated('12-strip.svg')),
    parse: parseBadgeFile,
    grown: repeated
  }),
  listed({
    name: 'number as typed',
    input: fc.oneof(hostileText, mutated('12,345.67'), fc.double().map(String)),
    parse: (text) => readNumber(text, 2),
    holds: (read) => {
      if (read.kind === 'number') expect(Number.isFinite(read.value)).toBe(true)
    },
    grown: repeated
  })
]

const searches: readonly AnyParser[] = [
  listed({
    name: 'search words',
    input: hostileText,
    parse: readSearch,
    holds: ({ typed, words }) => {
      expect([...typed].length).toBeLessThanOrEqual(longestSearch)
      expect(words.length).toBeLessThanOrEqual(8)
      for (const { alternatives } of words) expect(alternatives.length).toBeLessThanOrEqual(16)
      expect(isWhole(typed)).toBe(true)
      expect(readSearch(typed).words).toEqual(words)
    },
    grown: repeated
  }),
  listed({
    name: 'pairs of characters',
    input: hostileText,
    parse: (text) => bigramsOf(foldText(text)),
    holds: (pairs, text) => {
      const folded = foldText(text)
      expect(new Set(pairs).size).toBe(pairs.length)
      for (const pair of pairs) expect([isWhole(pair), folded.includes(pair)]).toEqual([true, true])
    },
    grown: repeated
  }),
  listed({
    name: 'query of the directory, there and back',
    input: fc.dictionary(
      fc.constantFrom('q', 'industry', 'size', 'category', 'measure', 'sort'),
      fc.oneof(hostileText, fc.constantFrom('E', '1', '7', 'kana', 'telework'), fc.array(hostileText))
    ),
    parse: (query) => readDirectoryQuery(formValues(query)),
    holds: (query) => {
      const search = new URL(directoryUrl(query), 'https://x.invalid').searchParams
      const again = Object.fromEntries(
        [...new Set(search.keys())].map((name) => [
          name,
          search.getAll(name).length > 1 ? search.getAll(name) : (search.get(name) ?? '')
        ])
      )
      expect(readDirectoryQuery(formValues(again))).toEqual({ ...query, q: query.q.trim() })
    }
  })
]

const facts = { values: { 市名: '朝霞市' }, parts: {} }

const hrefsIn = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, part]) =>
        name === 'href' && typeof part === 'string' ? [part] : hrefsIn(part)
      )

const written: readonly AnyParser[] = [
  listed({
    name: 'guide',
    input: fc.oneof(
      hostileText,
      mutated('# 案内\n\n- {{市名}}の[制度](/guides/faq)\n\n| 一 | 二 |\n|---|---|\n| a | b |\n')
    ),
    parse: (text) => (guideProblem(text, ['市名']) === null ? readDocument(text, facts) : []),
    holds: (blocks) => {
      for (const href of hrefsIn(blocks)) expect(href).toMatch(/^(#|\/(?!\/)|https?:\/\/|mailto:|tel:)/i)
    },
    grown: (piece, times) => repeated(piece, Math.min(times, Math.floor(20_000 / piece.length)))
  }),
  listed({
    name: 'address in a guide',
    input: fc.oneof(hostileText, mutated('https://example.jp/a')),
    parse: safeHref,
    holds: (href) => {
      if (href !== null)
        expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(new URL(href, 'https://x.invalid/').protocol)
    },
    grown: repeated
  }),
  listed({
    name: 'placeholders of a guide',
    input: hostileText,
    parse: (text) => fillIn(text, { 市名: '{{市名}}' }),
    holds: (filled, text) => {
      if (namesIn(text).every((name) => name === '市名')) expect(namesIn(filled)).toEqual(namesIn(text))
    },
    grown: repeated
  }),
  listed({
    name: 'wording of a letter',
    input: hostileText,
    parse: (text) =>
      [problemsOf('certified', { subject: text, body: text }), render(text, { 認定番号: '第12号' })] as const,
    holds: ([, rendered]) => expect(rendered).not.toMatch(/\{\{[^{}\n]*\}\}/),
    grown: repeated
  }),
  listed({
    name: 'XML',
    input: hostileText,
    parse: escapedXml,
    holds: (escaped) => expect(escaped).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i),
    grown: repeated
  })
]

const names: readonly AnyParser[] = [
  listed({
    name: 'file name',
    input: fc.oneof(hostileText, mutated('実績 2025.pdf')),
    parse: (sent) => [cleanFileName(sent, 'pdf'), readableFileName(sent)] as const,
    holds: ([clean, readable]) => {
      for (const name of [clean, readable]) {
        expect(name).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        expect([[...name].length <= 200, name.length > 0, isWhole(name)]).toEqual([true, true, true])
      }
      expect(clean).toMatch(/\.pdf$/i)
      expect([cleanFileName(clean, 'pdf'), readableFileName(readable)]).toEqual([clean, readable])
      expectStorable(clean)
    },
    grown: repeated
  }),
  listed({
    name: 'address of a request',
    input: fc.oneof(hostileText, mutated('/verify/ABCD-EFGH?code=1'), fc.webPath()),
    parse: readableUrl,
    holds: (url) => {
      expect(() => decodeURIComponent(url.split('?', 1)[0] ?? '')).not.toThrow()
      expect(readableUrl(url)).toBe(url)
    },
    grown: repeated
  })
]

const cell: fc.Arbitrary<CsvCell> = fc.oneof(hostileText, fc.integer(), fc.constant(null))

const tables: readonly AnyParser[] = [
  listed({
    name: 'CSV, there and back',
    input: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 }),
    parse: (rows) => csvOf(['一', '二', '三'], rows),
    holds: (csv, rows) => {
      const read = readCsv(csv)
      expect(read.length).toBe(rows.length + 1)
      for (const [index, row] of rows.entries())
        for (const [place, given] of row.entries()) {
          const text = read[index + 1]?.[place] ?? ''
          if (typeof given === 'string') expect(text).not.toMatch(/^[=+\-@＝＋－＠\t\r]/)
          expect(text.replace(/^'(?=[=+\-@＝＋－＠\t\r])/, '')).toBe(
            String(given ?? '').replace(/^'(?=[=+\-@＝＋－＠\t\r])/, '')
          )
        }
    },
    grown: (piece, times) => [[repeated(piece, times), null, 1]]
  })
]

export const textParsers: readonly AnyParser[] = [
  ...normalisers,
  ...codes,
  ...searches,
  ...written,
  ...names,
  ...tables
]
