import { describe, expect, it } from 'vitest'
import { askedItems } from '../../src/applications/asked-items.ts'
import { editions } from '../../src/checklist/index.ts'

const edition = editions['asaka-2023']
const sent = {
  marks: { '1-1': 'checked', '7-2': 'checked' },
  evidence: { '7-2': { text: '清掃' } },
  attachments: []
} as const
const asked = (now: object) =>
  askedItems(edition, { '7-2': '回数は？', '1-1': 'いつから？' }, { ...sent, ...now }, sent).map(
    ({ itemCode, categoryNumber, isChanged }) => [itemCode, categoryNumber, isChanged]
  )

describe('what the secretariat asks', () => {
  it('stands in the order of the paper, open at first', () => {
    expect(asked({})).toEqual([
      ['1-1', 1, false],
      ['7-2', 7, false]
    ])
  })

  it.each([
    ['its text', { evidence: { '7-2': { text: '清掃を年4回' } } }, true],
    ['its mark', { marks: { '1-1': 'checked' } }, true],
    ['a file of it', { attachments: [{ id: 'a', itemCode: '7-2' }] }, true],
    ['a file of another item', { attachments: [{ id: 'a', itemCode: '2-1' }] }, false],
    ['what is typed beside an unchecked item', { evidence: { ...sent.evidence, '2-1': { text: 'x' } } }, false]
  ])('counts as dealt with after a change of %s', (_what, now, isChanged) => {
    expect(asked(now)[1]).toEqual(['7-2', 7, isChanged])
  })
})
