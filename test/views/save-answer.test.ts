import { describe, expect, it } from 'vitest'
import { failureWords, isRetried, readSaveAnswer, secondsBeforeTry } from '../../views/browser/save-answer.ts'
import { savedWords } from '../../views/browser/save-words.ts'
import { copyAt, holdSame, readCopy } from '../../views/browser/typed-copy.ts'

const saved = { version: 3, savedAt: '2026-11-21T05:05:00.000Z' }

describe('what the script makes of an answer', () => {
  it.each([
    [200, { saved, problems: [] }, 'saved'],
    [422, { saved, problems: [{ field: '2-1.2025.month', message: '数字で' }] }, 'saved'],
    [422, { saved: null, problems: [{ field: '1-1.text', message: '長すぎます' }] }, 'unstorable'],
    [409, { conflict: { savedBy: '人事 次郎', savedAt: '14時05分' } }, 'conflict'],
    [409, { closed: { label: '受付' } }, 'closed'],
    [401, { error: 'session-ended' }, 'signed-out'],
    [404, null, 'server'],
    [429, null, 'server'],
    [500, { saved }, 'server'],
    [200, null, 'server'],
    [200, { saved: 'yes' }, 'server']
  ])('%i %j is: %s', (status, body, kind) => {
    expect(readSaveAnswer(status, body).kind).toBe(kind)
  })

  it('takes over version and time', () => {
    expect(readSaveAnswer(200, { saved })).toEqual({
      kind: 'saved',
      version: 3,
      savedAt: new Date('2026-11-21T05:05:00Z')
    })
  })

  it('tries again by itself only where that may help, and waits longer each time', () => {
    expect((['offline', 'server', 'signed-out', 'conflict', 'closed', 'unstorable'] as const).map(isRetried)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false
    ])
    const waits = [1, 2, 3, 4, 5, 50].map(secondsBeforeTry)
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect([waits.at(0), waits.at(-1)]).toEqual([2, 60])
  })

  it('says the cause, and that what was typed is kept', () => {
    expect(failureWords({ kind: 'offline' })).toMatch(/接続.*入力はこの画面に残っています/)
    expect(failureWords({ kind: 'signed-out' })).toMatch(/ログインの有効時間.*入力はこの画面に残っています/)
    expect(failureWords({ kind: 'server' })).toMatch(/サーバーの不具合.*入力はこの画面に残っています/)
    expect(failureWords({ kind: 'conflict', savedBy: '人事 次郎', savedAt: '14時05分' })).toMatch(
      /^人事 次郎さんが14時05分に/
    )
    expect(failureWords({ kind: 'unstorable', messages: ['長すぎます'] })).toContain('長すぎます')
    expect(failureWords({ kind: 'closed', label: '受付' })).toContain('「受付」')
  })
})

describe('the time of a save', () => {
  const savedAt = new Date('2026-11-21T05:05:00Z')

  it.each([
    ['2026-11-21T05:06:00Z', '14時05分に保存しました'],
    ['2026-11-21T14:59:59Z', '14時05分に保存しました'],
    ['2026-11-21T15:00:00Z', '11月21日 14時05分に保存しました']
  ])('is said as a clock in Japan shows it, at %s', (now, words) => {
    expect(savedWords(savedAt, new Date(now))).toBe(words)
  })

  it('says midnight as 0時', () => {
    const midnight = new Date('2026-11-20T15:00:00Z')
    expect(savedWords(midnight, midnight)).toBe('0時00分に保存しました')
  })
})

describe('the copy of what was typed', () => {
  const typed = [
    ['version', '3'],
    ['mark.1-1', 'checked']
  ] as const

  const storage = (limit = 1000): Storage => {
    const kept = new Map<string, string>()
    return {
      length: 0,
      clear: () => kept.clear(),
      key: () => null,
      getItem: (name) => kept.get(name) ?? null,
      removeItem: (name) => kept.delete(name),
      setItem: (name, value) => {
        if (value.length > limit) throw new Error('QuotaExceededError')
        kept.set(name, value)
      }
    }
  }

  it('comes back as it was kept, until it is dropped', () => {
    const copy = copyAt('/page', storage())
    copy.keep(typed)
    expect(copy.read()).toEqual(typed)
    copy.drop()
    expect(copy.read()).toBeNull()
  })

  it('is left away where the browser has no room, without a failure', () => {
    const copy = copyAt('/page', storage(5))
    copy.keep(typed)
    expect(copy.read()).toBeNull()
  })

  it.each(['', '{', '{"a":1}', 'null'])('is nothing when it cannot be read: %j', (stored) => {
    expect(readCopy(stored)).toBeNull()
  })

  it('is the same as a form that differs in its version alone', () => {
    expect(
      holdSame(typed, [
        ['version', '9'],
        ['mark.1-1', 'checked']
      ])
    ).toBe(true)
    expect(
      holdSame(typed, [
        ['version', '3'],
        ['mark.1-1', 'unchecked']
      ])
    ).toBe(false)
  })
})
