import { expect, it } from 'vitest'
import { editions, findItem, forerunnerOf, itemsOf } from '../../src/checklist/index.ts'

const old = editions['asaka-2020']
const items = itemsOf(editions['asaka-2023'])
const withForerunner = items.flatMap((item) => {
  const forerunner = forerunnerOf(item)
  return forerunner === null ? [] : [{ item, ...forerunner }]
})

it.each([
  ['4-1', ['5-1', '5-2']],
  ['5-2', ['4-1', '4-2']],
  ['5-3', ['4-9', '4-10', '4-11']]
])('merges into %s what the annotated sheet prints: %j', (code, from) => {
  expect(forerunnerOf({ code })).toEqual({ kind: 'merged', from })
})

it('takes only items that the old sheet has, each into one new item', () => {
  const taken = withForerunner.flatMap(({ from }) => from)
  expect(taken.filter((code) => findItem(old, code) === null)).toEqual([])
  expect(new Set(taken).size).toBe(taken.length)
})

it('maps several items only where they were merged', () => {
  for (const { kind, from } of withForerunner) expect(from.length > 1).toBe(kind === 'merged')
})

it('begins with a blank what is new', () => {
  const blank = items.filter((item) => forerunnerOf(item) === null).map(({ code }) => code)
  expect(blank).toEqual(['2-4', '5-1', '6-1', '6-4', '7-1', '7-2'])
})

it('carries over as the same only what asks for the same box', () => {
  const boxes = (item: ReturnType<typeof findItem>) =>
    item?.evidence.map((field) => [field.kind, 'label' in field && field.label])
  for (const { item, kind, from } of withForerunner) {
    if (kind === 'same') expect(boxes(findItem(old, from[0] ?? '')), item.code).toEqual(boxes(item))
  }
})
