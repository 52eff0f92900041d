import { expect, it } from 'vitest'
import { letterBlocks } from '../../src/letters/letter-blocks.ts'

it.each([
  ['記', { text: '記', align: 'centre' }],
  ['以上', { text: '以上', align: 'right' }],
  ['【理由】', { bold: true, joined: true }],
  ['１　認定番号　　第12号', { hanging: 8 }],
  ['３　認定証　　　次のページ', { hanging: 8 }],
  ['・項目1-1：未実施', { hanging: 1 }],
  ['■ 3-1　取得率', { hanging: 2 }],
  ['　　　　https://example.jp', { text: 'https://example.jp', indent: 4, hanging: 4 }],
  ['　貴社を認定しました。', { text: '　貴社を認定しました。' }],
  ['', { type: 'space' }]
])('sets the line %j', (line, expected) => {
  expect(letterBlocks(line)[0]).toMatchObject(expected)
})

it('keeps every line in its order', () => {
  const text = '　文\n\n記\n\n１　番号　　第1号\n\n以上'
  const lines = letterBlocks(text).map((block) => ('text' in block ? block.text : ''))
  expect(lines.join('\n')).toBe(text)
})
