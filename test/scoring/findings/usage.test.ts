import { describe, expect, it } from 'vitest'
import { findingOf, verdictOf } from './company.ts'

describe.each(['4-3', '4-4'])('the usage records of %s', (code) => {
  it.each([
    [{ 'rows.0.year': '2021', 'rows.0.men': '1' }, 'borne_out'],
    [{ 'rows.1.year': '2025', 'rows.1.women': '２' }, 'borne_out'],
    [{ 'rows.0.year': '2020', 'rows.0.men': '1' }, 'incomplete'],
    [{ 'rows.0.year': '2026', 'rows.0.men': '1' }, 'incomplete'],
    [{ 'rows.0.year': '2025', 'rows.0.men': '0', 'rows.0.women': '0' }, 'not_borne_out'],
    [{ 'rows.0.year': '2025' }, 'incomplete'],
    [{ 'rows.0.men': '3' }, 'incomplete'],
    [{}, 'incomplete']
  ])('%j are %s', (raw, verdict) => {
    expect(verdictOf(code, raw)).toBe(verdict)
  })

  it('contradict 「-」', () => {
    const record = { 'rows.0.year': '2023', 'rows.0.men': '1', 'rows.0.women': '3' }
    const finding = findingOf(code, record, { marks: { [code]: 'not_applicable' } })
    expect(finding).toMatchObject({ verdict: 'not_borne_out', title: '「-」と利用実績が食い違っています。' })
    expect(finding?.detail).toMatch(/^2023年に4人（男性1人・女性3人）。/)
  })

  it.each([[{}], [{ 'rows.0.year': '2023', 'rows.0.men': '0' }]])('leave 「-」 alone when they are %j', (raw) => {
    expect(findingOf(code, raw, { marks: { [code]: 'not_applicable' } })).toBeUndefined()
  })
})

describe('5-3', () => {
  it.each([
    [{ 'rows.0.year': '2021', 'rows.0.people': '1' }, 'borne_out'],
    [{ text: '介護休業を1年まで延ばせる' }, 'borne_out'],
    [{ 'rows.0.year': '2025', 'rows.0.people': '0', text: '介護休業を1年まで延ばせる' }, 'borne_out'],
    [{ 'rows.0.year': '2025', 'rows.0.people': '0' }, 'not_borne_out'],
    [{ 'rows.0.year': '2020', 'rows.0.people': '1' }, 'incomplete'],
    [{}, 'incomplete']
  ])('reads %j as %s', (raw, verdict) => {
    expect(verdictOf('5-3', raw)).toBe(verdict)
  })
})
