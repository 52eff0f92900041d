import { describe, expect, it } from 'vitest'
import { applicationStatuses } from '../../src/applications/application-status.ts'
import { type StageFacts, stagesOf } from '../../src/applications/stages.ts'

const facts: StageFacts = {
  status: 'submitted',
  kind: 'initial',
  submittedOn: '2026-11-09',
  enteredOn: { submitted: '2026-11-09' },
  meetingOn: null
}

const shown = (parts: Partial<StageFacts>) =>
  stagesOf({ ...facts, ...parts }).map(({ label, state, date }) => `${label} ${state} ${date ?? '-'}`)

describe('the stages of an application', () => {
  it('begin with the receipt and wait for the secretariat', () => {
    expect(shown({})).toEqual(['受付 done 2026-11-09', '確認中 current -', '委員会 upcoming -', '決定 upcoming -'])
  })

  it('show a correction only once it was asked for', () => {
    const enteredOn = { screening: '2026-11-10', returned: '2026-11-12' }
    expect(shown({ status: 'returned', enteredOn })).toEqual([
      '受付 done 2026-11-09',
      '確認中 done 2026-11-10',
      '照会中 current 2026-11-12',
      '委員会 upcoming -',
      '決定 upcoming -'
    ])
    expect(shown({ status: 'submitted', enteredOn })[1]).toBe('確認中 current 2026-11-10')
    expect(shown({ status: 'submitted', enteredOn })[2]).toBe('照会中 done 2026-11-12')
  })

  it('tell the day of the meeting as soon as there is one', () => {
    expect(shown({ status: 'awaiting_committee', meetingOn: '2026-12-08' })[2]).toBe('委員会 current 2026-12-08')
    expect(shown({ status: 'heard', enteredOn: { heard: '2026-12-08' } })[2]).toBe('委員会 done 2026-12-08')
  })

  it.each([
    ['certified', '決定（認定） done 2026-12-20'],
    ['refused', '決定（不認定） done 2026-12-20']
  ] as const)('end with the decision: %s', (status, last) => {
    expect(shown({ status, enteredOn: { [status]: '2026-12-20' } }).at(-1)).toBe(last)
  })

  it('leave out the committee for a renewal, unless it is asked after all', () => {
    expect(shown({ kind: 'renewal' }).join()).not.toContain('委員会')
    expect(shown({ kind: 'renewal', enteredOn: { awaiting_committee: '2026-12-01' } }).join()).toContain('委員会')
  })

  it('end at a withdrawal', () => {
    expect(shown({ status: 'withdrawn', enteredOn: { withdrawn: '2026-11-20' } })).toEqual([
      '受付 done 2026-11-09',
      '取下げ current 2026-11-20'
    ])
    expect(shown({ status: 'withdrawn', submittedOn: null, enteredOn: {} })).toEqual(['取下げ current -'])
  })

  it.each(applicationStatuses)('have at most one that is current: %s', (status) => {
    expect(stagesOf({ ...facts, status }).filter(({ state }) => state === 'current').length).toBeLessThanOrEqual(1)
  })
})
