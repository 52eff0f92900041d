import { expect, it } from 'vitest'
import { missingGlyphs } from '../../src/documents/glyphs.ts'

it.each(['髙﨑𠮷', '纊鷗德瀨濵邉邊', '神\ufa19', '㈱①ⅢＡａé', '株式会社　朝霞 台', 'か\u3099あさか\u00a0店', ''])(
  'nothing is missing in %j',
  (text) => {
    expect(missingGlyphs(text)).toEqual([])
  }
)

it.each([
  ['朝霞👨‍👩‍👧商店👨‍👩‍👧', ['👨‍👩‍👧']],
  ['简单', ['简', '单']],
  ['辻\u{e0101}本', ['辻\u{e0101}']],
  ['朝\u0000霞', ['\u0000']],
  ['朝\u3164霞', ['\u3164']]
])('in %j the characters that would be blank or another form are found, each once', (text, missing) => {
  expect(missingGlyphs(text)).toEqual(missing)
})
