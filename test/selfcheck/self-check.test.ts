import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentEdition, editions, encodeMarks, itemsOf } from '../../src/checklist/index.ts'
import { openLink } from '../../src/selfcheck/self-check.ts'
import { readSelfCheckQuery } from '../../src/selfcheck/self-check-form.ts'
import { anySheet } from '../support/marked-sheets.ts'

const code = encodeMarks({ edition: currentEdition, marks: { '1-1': 'checked' }, complies: true })

describe('a link', () => {
  it('of the current sheet opens as it is', () => {
    fc.assert(
      fc.property(anySheet(currentEdition), (sheet) => {
        expect(openLink(encodeMarks(sheet))).toEqual({ ok: true, sheet, carriedFrom: null })
      })
    )
  })

  it('of the sheet of 2020 brings what the new sheet asks too, and says where it comes from', () => {
    const edition = editions['asaka-2020']
    const marks = { '1-1': 'checked', '4-1': 'unchecked', '4-2': 'checked', '6-7': 'checked' } as const
    expect(openLink(encodeMarks({ edition, marks, complies: true }))).toEqual({
      ok: true,
      carriedFrom: edition.name,
      sheet: { edition: currentEdition, marks: { '1-1': 'checked', '5-2': 'checked' }, complies: true }
    })
  })

  it('of 2020 with any marks opens with marks that the current sheet can have', () => {
    fc.assert(
      fc.property(anySheet(editions['asaka-2020']), (old) => {
        const link = openLink(encodeMarks(old))
        if (!link.ok) throw new Error(link.reason)
        expect(openLink(encodeMarks(link.sheet))).toEqual({ ok: true, sheet: link.sheet, carriedFrom: null })
      })
    )
  })

  it('that is damaged is refused with its reason', () => {
    expect(openLink(`${code}x`)).toEqual({ ok: false, reason: 'damaged' })
  })
})

describe('the query of a page', () => {
  it('is none of ours where it holds nothing of the self-check', () => {
    for (const query of [{}, null, 'c', { utm_source: 'mail' }, { C: code }, JSON.parse('{"__proto__":"c"}')])
      expect(readSelfCheckQuery(query)).toEqual({ kind: 'nothing' })
  })

  it('is a link, with the part that is to be open', () => {
    expect(readSelfCheckQuery({ c: code, at: '7' })).toEqual({ kind: 'link', code, at: 7 })
    expect(readSelfCheckQuery({ c: code, at: 'condition' })).toEqual({ kind: 'link', code, at: 'condition' })
    for (const at of ['8', '0', 'constructor', ['1', '2'], '1 ', undefined])
      expect(readSelfCheckQuery({ c: code, at })).toEqual({ kind: 'link', code, at: null })
    expect(readSelfCheckQuery({ c: [code, code] })).toEqual({ kind: 'link', code: '', at: null })
  })

  it('is the form as it was sent, whatever was chosen in it', () => {
    fc.assert(
      fc.property(anySheet(currentEdition), fc.constantFrom('1', '7', 'condition', 'result', ''), (sheet, go) => {
        const chosen = itemsOf(currentEdition).map(({ code }) => [`mark.${code}`, sheet.marks[code] ?? ''])
        const query = { ...Object.fromEntries(chosen), go, ...(sheet.complies ? { complies: 'yes' } : {}) }
        const destination = go === '' ? null : Number.isNaN(Number(go)) ? go : Number(go)
        expect(readSelfCheckQuery(query)).toEqual({ kind: 'answers', sheet, unreadable: [], destination })
      })
    )
  })

  it('tells the items with a choice that no page offers, and takes them for not answered', () => {
    const query = readSelfCheckQuery({
      'mark.1-1': 'checked',
      'mark.1-2': ['checked', 'unchecked'],
      'mark.2-1': 'not_applicable',
      'mark.4-3': 'not_applicable',
      'mark.7-1': 'constructor',
      'mark.9-9': 'checked',
      'mark.__proto__': 'checked',
      go: ['1', '2']
    })
    expect(query).toMatchObject({
      kind: 'answers',
      sheet: { marks: { '1-1': 'checked', '4-3': 'not_applicable' } },
      unreadable: ['1-2', '2-1', '7-1'],
      destination: null
    })
  })

  it('is read whatever it holds', () => {
    const names = fc.constantFrom('c', 'at', 'go', 'complies', 'mark.1-1', 'mark.x', '__proto__', 'constructor')
    const values = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(null), fc.integer())
    fc.assert(
      fc.property(fc.dictionary(names, values), (query) => {
        expect(['nothing', 'answers', 'link']).toContain(readSelfCheckQuery(query).kind)
      })
    )
  })
})
