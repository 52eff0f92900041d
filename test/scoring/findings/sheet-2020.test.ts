import { describe, expect, it } from 'vitest'
import { editions, type RawEvidence } from '../../../src/checklist/index.ts'
import { findings } from '../../../src/scoring/index.ts'
import { checking } from '../mark-sets.ts'
import { averages } from './company.ts'

describe('the findings of the 2020 sheet', () => {
  const sheet = editions['asaka-2020']
  const oldVerdict = (code: string, raw: RawEvidence) =>
    findings(sheet, {
      marks: checking(code),
      evidence: { [code]: raw },
      evaluationYear: 2022,
      industry: 'E',
      averages
    })[0]?.verdict

  it.each([
    ['2-3', { '2022.month': '45', '2022.year': '360' }, 'borne_out'],
    ['2-3', { '2022.month': '45.1', '2022.year': '360' }, 'not_borne_out'],
    ['2-3', { '2021.month': '60', '2022.month': '45', '2022.year': '360' }, 'borne_out'],
    ['2-4', { measures: ['no_overtime_day', 'awareness_managers'] }, 'not_borne_out'],
    ['2-4', { measures: ['no_overtime_day', 'awareness_managers', 'other'], other: '声かけ' }, 'borne_out'],
    ['2-4', { measures: ['no_overtime_day', 'awareness_managers', 'upper_limit_target'] }, 'borne_out'],
    ['3-1', { '2021.days': '9', '2022.days': '10.5' }, 'needs_check'],
    ['3-1', { '2021.days': '4.9', '2022.days': '10.5' }, 'not_borne_out'],
    ['3-1', { '2022.days': '10.5' }, 'incomplete'],
    ['4-1', { '2021.cases': '1', '2022.cases': '3' }, 'borne_out'],
    ['4-1', { '2021.cases': '0', '2022.cases': '3' }, 'not_borne_out'],
    ['4-5', { '2020.men': '1', '2022.women': '1' }, 'borne_out'],
    ['4-5', { '2022.men': '1' }, 'incomplete'],
    [
      '4-5',
      { '2020.men': '0', '2020.women': '0', '2021.men': '0', '2021.women': '0', '2022.men': '1' },
      'not_borne_out'
    ],
    ['5-2', { '2021.men': '6', '2021.women': '4', '2022.men': '2', '2022.women': '1' }, 'borne_out'],
    [
      '5-2',
      { '2020.men': '7', '2020.women': '3', '2021.men': '7', '2021.women': '3', '2022.men': '1', '2022.women': '9' },
      'not_borne_out'
    ],
    ['6-5', { certified_when: '2019年', certified_class: 'くるみん' }, 'borne_out'],
    ['6-5', { certified_when: '2019年' }, 'incomplete'],
    ['3-4', {}, undefined]
  ])('read %s with %j as %s', (code, raw, verdict) => {
    expect(oldVerdict(code, raw)).toBe(verdict)
  })
})
