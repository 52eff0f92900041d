import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checklist, level, points } from './checklist.ts'
import { requirementsUpTo } from './levels.ts'

describe('the checklist of the security standard', () => {
  it('names every requirement of its levels once, in order, and no other', () => {
    const required = [...requirementsUpTo(level).keys()]
    expect(required).toHaveLength(253)
    expect(requirementsUpTo(1).size).toBe(70)
    expect(points.map(({ id }) => id)).toEqual(required)
  })

  it('proves what it calls met by files that exist', () => {
    for (const { id, status, proof } of points) {
      if (status === 'met') expect([id, proof.length > 0]).toEqual([id, true])
      for (const file of proof) expect([id, file, existsSync(file)]).toEqual([id, file, true])
    }
  })

  it('gives a reason for what does not apply, and says what is missing where something is', () => {
    for (const { id, status, note } of points) if (status !== 'met') expect([id, note.length > 5]).toEqual([id, true])
  })

  it('is what the document says', () => {
    expect(readFileSync(new URL('asvs.md', import.meta.url), 'utf8')).toBe(checklist())
  })
})
