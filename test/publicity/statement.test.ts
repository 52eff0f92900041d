import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isSame,
  latestContent,
  nothingSaid,
  type Statement,
  type StatementContent,
  type StatementState,
  statementChange
} from '../../src/publicity/statement.ts'

const full: StatementContent = { words: '毎日が楽しい職場です。', photo: 'a', photoDescription: '社員', logo: 'b' }

const statement = (content: StatementContent): Statement => ({
  ...content,
  id: 'id',
  companyId: 'company',
  sentAt: new Date(0),
  sentBy: '総務 花子',
  outcome: null,
  reason: '',
  decidedAt: null
})

const stateWith = (parts: Partial<StatementState>): StatementState => ({
  published: null,
  waiting: null,
  returned: null,
  ...parts
})

const published = stateWith({ published: statement(full) })

describe('what a company sends', () => {
  it('goes to the secretariat where it adds or words something anew', () => {
    const keeps = { reduceTo: null, withdrawsWaiting: false, sends: true }
    expect(statementChange(stateWith({}), full)).toEqual(keeps)
    expect(statementChange(published, { ...full, words: '別の文章' })).toEqual(keeps)
    expect(statementChange(published, { ...full, photo: 'c' })).toEqual(keeps)
    expect(statementChange(published, { ...full, photoDescription: '別の説明' })).toEqual(keeps)
  })

  it('changes nothing where it is what stands', () => {
    const nothing = { reduceTo: null, withdrawsWaiting: false, sends: false }
    expect(statementChange(stateWith({}), nothingSaid)).toEqual(nothing)
    expect(statementChange(published, full)).toEqual(nothing)
    expect(statementChange(stateWith({ waiting: statement(full) }), full)).toEqual(nothing)
    expect(statementChange(stateWith({ returned: statement(full) }), full)).toEqual(nothing)
  })

  it('is taken away at once where it leaves something out', () => {
    const withoutPhoto = { ...full, photo: null, photoDescription: '' }
    expect(statementChange(published, withoutPhoto)).toEqual({
      reduceTo: withoutPhoto,
      withdrawsWaiting: false,
      sends: false
    })
    expect(statementChange(published, nothingSaid).reduceTo).toEqual(nothingSaid)
  })

  it('is taken away at once and sent on where it does both', () => {
    const sent = { words: '別の文章', photo: null, photoDescription: '', logo: 'b' }
    expect(statementChange(published, sent)).toEqual({
      reduceTo: { ...sent, words: full.words },
      withdrawsWaiting: false,
      sends: true
    })
  })

  it('replaces what waits', () => {
    const waiting = stateWith({ waiting: statement(full) })
    expect(statementChange(waiting, { ...full, words: '別の文章' })).toEqual({
      reduceTo: null,
      withdrawsWaiting: true,
      sends: true
    })
    expect(statementChange(waiting, nothingSaid)).toEqual({ reduceTo: null, withdrawsWaiting: true, sends: false })
  })
})

const content: fc.Arbitrary<StatementContent> = fc.record({
  words: fc.constantFrom('', '一', '二'),
  photo: fc.constantFrom(null, 'p', 'q'),
  photoDescription: fc.constantFrom('', '説明'),
  logo: fc.constantFrom(null, 'l', 'm')
})

const state: fc.Arbitrary<StatementState> = fc
  .record({ published: fc.option(content), last: fc.option(content), isWaiting: fc.boolean() })
  .map(({ published: shown, last, isWaiting }) => ({
    published: shown === null ? null : statement(shown),
    waiting: last !== null && isWaiting ? statement(last) : null,
    returned: last !== null && !isWaiting ? statement(last) : null
  }))

describe('whatever a company sends', () => {
  it('never shows anything that nobody approved', () => {
    fc.assert(
      fc.property(state, content, (before, sent) => {
        const { reduceTo } = statementChange(before, sent)
        if (reduceTo === null) return
        const shown = before.published ?? nothingSaid
        for (const part of ['words', 'photo', 'logo'] as const)
          expect([shown[part], nothingSaid[part]]).toContain(reduceTo[part])
      })
    )
  })

  it('never goes on showing what it leaves out', () => {
    fc.assert(
      fc.property(state, content, (before, sent) => {
        const after = statementChange(before, sent).reduceTo ?? before.published ?? nothingSaid
        for (const part of ['words', 'photo', 'logo'] as const)
          if (sent[part] === nothingSaid[part]) expect(after[part]).toBe(nothingSaid[part])
      })
    )
  })

  it('is sent on, waits, was returned as it is, or is what is shown', () => {
    fc.assert(
      fc.property(state, content, (before, sent) => {
        const { reduceTo, withdrawsWaiting, sends } = statementChange(before, sent)
        const shown = reduceTo ?? before.published ?? nothingSaid
        const known = [shown, ...(withdrawsWaiting ? [] : [before.waiting]), before.returned]
        expect(sends || known.some((one) => one !== null && isSame(one, sent))).toBe(true)
      })
    )
  })

  it('leaves the form with what was said last', () => {
    expect(latestContent(stateWith({}))).toEqual(nothingSaid)
    expect(latestContent({ ...published, waiting: statement({ ...full, words: '次' }) }).words).toBe('次')
    expect(latestContent(published)).toEqual(full)
  })
})
