import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ApplicationStatus, applicationStatuses } from '../../src/applications/application-status.ts'
import {
  describeSummary,
  givenIn,
  latestOpinions,
  mayGive,
  type Opinion,
  opinionKinds,
  readableOpinions,
  summarise
} from '../../src/committee/opinion.ts'

const opinionOf = (parts: Partial<Opinion>): Opinion => ({
  id: '1',
  memberId: 'a',
  memberName: '委員',
  opinion: 'no_objection',
  comment: '',
  givenAt: new Date('2026-12-01T10:00:00+09:00'),
  ...parts
})

const arbitrary = fc.array(
  fc.record({
    id: fc.uuid(),
    memberId: fc.constantFrom('a', 'b', 'c', 'd'),
    memberName: fc.constant('委員'),
    opinion: fc.constantFrom(...opinionKinds),
    comment: fc.constant(''),
    givenAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  })
)

describe('the opinion that counts', () => {
  it('is the latest of each member', () => {
    const first = opinionOf({ id: '1' })
    const changed = opinionOf({ id: '2', opinion: 'comment', givenAt: new Date('2026-12-01T10:00:01+09:00') })
    const other = opinionOf({ id: '3', memberId: 'b' })
    expect(latestOpinions([changed, other, first])).toEqual([changed, other])
  })

  it('is, of two in the same millisecond, the one written later', () => {
    const [one, two] = [opinionOf({ id: '1' }), opinionOf({ id: '2', opinion: 'abstained' })]
    expect(latestOpinions([two, one])).toEqual([two])
  })

  it('is one per member, whatever the order, and no other of that member is later', () => {
    fc.assert(
      fc.property(arbitrary, (opinions) => {
        const latest = latestOpinions(opinions)
        expect(new Set(latest.map(({ memberId }) => memberId)).size).toBe(latest.length)
        expect(new Set(latestOpinions(opinions.toReversed()))).toEqual(new Set(latest))
        for (const { memberId, givenAt } of latest)
          for (const other of opinions)
            if (other.memberId === memberId) expect(other.givenAt.getTime()).toBeLessThanOrEqual(givenAt.getTime())
      })
    )
  })
})

describe('the opinions in numbers', () => {
  it('count each member once and those who said nothing as silent', () => {
    const opinions = [
      opinionOf({ id: '1', memberId: 'a', opinion: 'comment' }),
      opinionOf({ id: '2', memberId: 'a', opinion: 'no_objection' }),
      opinionOf({ id: '3', memberId: 'b', opinion: 'abstained' })
    ]
    const summary = summarise(opinions, ['a', 'b', 'c', 'd'])
    expect(summary).toEqual({ noObjection: 1, comment: 0, abstained: 1, silent: 2 })
    expect(givenIn(summary)).toBe(2)
    expect(describeSummary(summary)).toBe('異議なし1・意見あり0・棄権1（回答なし2）')
  })

  it('still count a member who has left since', () => {
    expect(summarise([opinionOf({ memberId: 'gone' })], ['a'])).toEqual({
      noObjection: 1,
      comment: 0,
      abstained: 0,
      silent: 1
    })
  })

  it('always add up to the members and those who left after speaking', () => {
    fc.assert(
      fc.property(arbitrary, fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')), (opinions, members) => {
        const summary = summarise(opinions, members)
        const people = new Set([...members, ...opinions.map(({ memberId }) => memberId)])
        expect(givenIn(summary) + summary.silent).toBe(people.size)
      })
    )
  })
})

const open = { closedAt: null, cancelledAt: null }
const closed = { closedAt: new Date(), cancelledAt: null }
const cancelled = { closedAt: null, cancelledAt: new Date() }

describe('who may speak', () => {
  it.each(applicationStatuses)('before the end of the meeting, on a case that is %s', (status: ApplicationStatus) => {
    expect(mayGive(open, status)).toEqual(
      status === 'awaiting_committee' ? { ok: true } : { ok: false, reason: 'not-awaiting' }
    )
  })

  it.each(applicationStatuses)('after the end of the meeting: nobody, also on a case that is %s', (status) => {
    expect(mayGive(closed, status)).toEqual({ ok: false, reason: 'closed' })
    expect(mayGive(cancelled, status)).toEqual({ ok: false, reason: 'cancelled' })
  })
})

describe('who may read', () => {
  const opinions = [opinionOf({ id: '1', memberId: 'a' }), opinionOf({ id: '2', memberId: 'b' })]

  it.each([
    ['the secretariat everything before the end', 'secretariat', open, ['1', '2']],
    ['the secretariat everything after the end', 'secretariat', closed, ['1', '2']],
    ['a member the own opinion before the end', 'committee', open, ['1']],
    ['a member everything after the end', 'committee', closed, ['1', '2']],
    ['the secretariat everything of a meeting that was called off', 'secretariat', cancelled, ['1', '2']],
    ['a member the own opinion at a meeting that was called off', 'committee', cancelled, ['1']],
    ['a company nothing before the end', 'company', open, []],
    ['a company nothing after the end', 'company', closed, []]
  ] as const)('%s', (_what, role, meeting, ids) => {
    expect(readableOpinions(opinions, { userId: 'a', role }, meeting).map(({ id }) => id)).toEqual(ids)
  })
})
