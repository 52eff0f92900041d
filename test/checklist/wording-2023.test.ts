import { describe, expect, it } from 'vitest'
import { editions, itemsOf } from '../../src/checklist/index.ts'
import { claimedItem, cleanCopy, hasPaper, printedItems, squeezed } from './paper.ts'

const edition = editions['asaka-2023']

describe.runIf(hasPaper)('the 2023 edition, held against the clean copy of the paper', () => {
  it('has the items of the paper, in its order', () => {
    expect(itemsOf(edition).map(({ code }) => code)).toEqual([...printedItems().keys()])
  })

  it.each(itemsOf(edition).map((item) => [item.code, item] as const))(
    'has every word of %s: sentence, notes, labels, options',
    (code, item) => {
      expect(claimedItem(item)).toBe(printedItems().get(code))
    }
  )

  it('has the category headings of the paper, in its order', () => {
    const printed = [...cleanCopy().matchAll(/^(\d) (\S.*?)\t*$/gm)].map(([, number, title]) => [Number(number), title])
    expect(edition.categories.map(({ number, title }) => [number, title])).toEqual(printed)
  })

  it('has the title and the five declarations with the labels of their boxes, in the order of the paper', () => {
    const head = squeezed(cleanCopy().split(/^1 /m)[0] ?? '').replaceAll('_', '')
    const declarations = edition.declarations
      .map(({ text, detailLabel }) => text + (detailLabel === null ? '' : `${detailLabel}:`))
      .join('')
    expect(head).toBe(squeezed(`${edition.title}フリガナ事業者名${declarations}`))
  })
})

describe('the 2023 edition', () => {
  it('has 23 items in categories of 2, 4, 3, 5, 3, 4 and 2', () => {
    expect(edition.categories.map(({ items }) => items.length)).toEqual([2, 4, 3, 5, 3, 4, 2])
  })

  it('numbers every item by its category', () => {
    for (const { number, items } of edition.categories) {
      expect(items.map(({ code }) => code)).toEqual(items.map((_, index) => `${number}-${index + 1}`))
    }
  })

  it('knows 「-」 at 4-3 and 4-4 only', () => {
    const codes = itemsOf(edition)
      .filter(({ allowsNotApplicable }) => allowsNotApplicable)
      .map(({ code }) => code)
    expect(codes).toEqual(['4-3', '4-4'])
  })

  it('makes only the declaration of legal compliance a condition', () => {
    expect(edition.declarations.filter(({ required }) => required).map(({ id }) => id)).toEqual(['legal_compliance'])
  })

  it('answers "what counts?" at every item', () => {
    for (const { hint, shortText } of itemsOf(edition)) {
      expect(hint).toMatch(/。$/)
      expect(shortText.length).toBeGreaterThan(0)
    }
  })
})
