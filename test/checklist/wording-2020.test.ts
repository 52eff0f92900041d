import { describe, expect, it } from 'vitest'
import { type EvidenceField, editions, itemsOf, type PointsItem } from '../../src/checklist/index.ts'
import { annotatedCopy, hasPaper, squeezed } from './paper.ts'

const edition = editions['asaka-2020']
const items = edition.categories.flatMap<PointsItem>((category) => category.items)

const labelsOf = (field: EvidenceField): readonly string[] => {
  switch (field.kind) {
    case 'text':
    case 'yearly':
      return [field.label]
    case 'measures':
      return [field.label, ...field.options.map(({ text }) => text), field.other]
    case 'overtime':
      return field.bases.map(({ label }) => label)
    default:
      throw new Error(`the 2020 sheet has no ${field.kind}`)
  }
}

describe.runIf(hasPaper)('the 2020 edition, held against the annotated copy of the paper', () => {
  // Item numbers broken up by the scanner stand at the head of a line, sometimes in the middle of a sentence; so do the
  // boxes of the table beside a sentence, and the ☆.
  const rows = () =>
    annotatedCopy()
      .split('\n')
      .map((line) => line.split('\t'))
  const sentences = () =>
    squeezed(
      rows()
        .map((cells) => cells.slice(1, 2).join(''))
        .join('')
    )
  const everything = () => squeezed(annotatedCopy())

  it.each(
    items.filter(({ reconstructed }) => reconstructed !== true).map(({ code, text, note }) => [code, text, note ?? ''])
  )('has every word of %s that the scan kept', (_code, text, note) => {
    for (const sentence of [text, ...note.split(' ')]) {
      const words = squeezed(sentence)
      expect(everything().includes(words) || sentences().includes(words), sentence).toBe(true)
    }
  })

  it.each(items.map((item) => [item.code, item] as const))(
    'has the labels and options of %s',
    (_code, { evidence }) => {
      for (const label of evidence.flatMap(labelsOf)) expect(everything()).toContain(squeezed(label))
    }
  )

  it('has the headings and totals of the categories', () => {
    for (const { number, title, points } of edition.categories) {
      expect(everything()).toContain(squeezed(`${number}${title}`))
      expect(annotatedCopy()).toMatch(new RegExp(`^${number} ${title}\\s+${points}点`, 'm'))
    }
  })

  it('does not pass off a reconstruction as wording of the paper', () => {
    const invented = items.filter(({ reconstructed }) => reconstructed === true)
    expect(invented.map(({ code }) => code)).toEqual(['2-4'])
  })
})

describe('the 2020 edition', () => {
  it('has 39 items in categories of 4, 5, 6, 12, 5 and 7', () => {
    expect(edition.categories.map((category) => category.items.length)).toEqual([4, 5, 6, 12, 5, 7])
    expect(new Set(itemsOf(edition).map(({ code }) => code)).size).toBe(39)
  })

  it('has totals that make 100 points', () => {
    expect(edition.categories.map(({ points }) => points)).toEqual([10, 16, 18, 26, 12, 18])
    expect(edition.categories.reduce((sum, { points }) => sum + points, 0)).toBe(edition.totalPoints)
  })

  it('infers 2 and 4 points only where they add up to the printed total', () => {
    for (const { number, points, items } of edition.categories) {
      const weights = items.map(({ weight }) => weight.points)
      if (number <= 2) expect(weights.every((weight) => weight === null)).toBe(true)
      else expect(weights.reduce<number>((sum, weight) => sum + (weight ?? Number.NaN), 0)).toBe(points)
    }
  })

  it('has the ☆ that the scan kept', () => {
    const starred = items.filter(({ weight }) => weight.points === 4).map(({ code }) => code)
    expect(starred).toEqual(['3-1', '3-3', '3-4', '4-3', '5-1', '6-1', '6-7'])
  })

  it('sets no pass mark, since the papers have none', () => {
    expect(edition.passMark).toBeNull()
  })

  it('asks for three measures where it lists them', () => {
    const needed = items.flatMap(({ code, evidence }) =>
      evidence.flatMap((field) => (field.kind === 'measures' ? [[code, field.needed]] : []))
    )
    expect(needed).toEqual([
      ['2-4', 3],
      ['3-3', 3],
      ['4-3', 3],
      ['6-1', 3]
    ])
  })
})
