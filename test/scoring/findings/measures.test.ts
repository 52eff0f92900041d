import { describe, expect, it } from 'vitest'
import { itemsOf } from '../../../src/checklist/index.ts'
import { edition } from '../mark-sets.ts'
import { verdictOf } from './company.ts'

describe.each(['2-3', '3-2', '4-2', '5-1', '6-1', '6-2'])('the measures of %s', (code) => {
  const field = itemsOf(edition)
    .find((item) => item.code === code)
    ?.evidence.find(({ kind }) => kind === 'measures')
  const first = field?.kind === 'measures' ? (field.options[0]?.id ?? '') : ''

  it.each([
    [{ measures: [first] }, 'borne_out'],
    [{ measures: first }, 'borne_out'],
    [{ measures: ['other'], other: '社長が声をかけている' }, 'borne_out'],
    [{ measures: ['other'], other: '  ' }, 'incomplete'],
    [{ other: '社長が声をかけている' }, 'incomplete'],
    [{ measures: [] }, 'incomplete'],
    [{}, 'incomplete']
  ])('%j are %s', (raw, verdict) => {
    expect(verdictOf(code, raw)).toBe(verdict)
  })
})
