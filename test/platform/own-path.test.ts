import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPath } from '../../src/platform/own-path.ts'

const base = 'https://portal.example.jp/sign-in/code?x=1'

/** What attackers write and browsers put right. */
const pieces = [
  '/',
  '//',
  '\\',
  '/\\',
  '\\/',
  '%2f',
  '%5c',
  '%2F%2F',
  '.',
  '..',
  '/./',
  '@',
  ':',
  '?',
  '#',
  ';',
  '&',
  '=',
  'evil.example',
  'https:',
  'http://',
  'javascript:',
  'data:',
  'vbscript:',
  'alert(1)',
  '\t',
  '\n',
  '\r',
  '\u0000',
  '\u00a0',
  ' ',
  '\u3000',
  '／',
  '＼',
  '。',
  '\u202e',
  '\ufeff',
  'あ',
  'desk',
  '127.0.0.1',
  '[::1]',
  'a',
  '%00',
  '%0d%0a'
]

const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''))
const own = fc.webPath().map((path) => `/${path.replace(/^\/+/, '')}`)

describe('a path to go on to', () => {
  it.each(['/', '/desk', '/applications/0199?x=1&y=%E3%81%82#item-1-1', '/companies?q=%2F%2Fevil.example'])(
    'may be %s',
    (path) => {
      expect(ownPath(path)).toBe(path)
    }
  )

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/desk\\..\\evil',
    'https://evil.example',
    'https:/evil.example',
    'javascript:alert(1)',
    ' /desk',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\u0000',
    '/desk\r\nset-cookie: a=b',
    '/あ',
    'desk',
    '',
    `/${'a'.repeat(2000)}`,
    null,
    undefined,
    7,
    ['/desk'],
    { toString: () => '/desk' }
  ])('is never %j', (value) => {
    expect(ownPath(value)).toBeNull()
  })

  it('stays with this portal, however it is put together', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          hostile.map((text) => `/${text}`),
          fc.string({ unit: 'binary' }),
          own
        ),
        (text) => {
          const path = ownPath(text)
          if (path === null) return
          expect(new URL(path, base).origin).toBe('https://portal.example.jp')
          expect(path).toMatch(/^\/[\x21-\x7e]*$/)
        }
      ),
      { numRuns: 2000 }
    )
  })

  it('is every path that an address of this portal can have', () => {
    fc.assert(
      fc.property(own, (path) => {
        expect(ownPath(path)).toBe(path)
      })
    )
  })
})
