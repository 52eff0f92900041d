import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  calendarDate,
  emailAddress,
  formValues,
  optionalText,
  parseForm,
  requiredText,
  wholeNumber
} from '../../src/platform/form.ts'

const messageOf = (schema: z.ZodType, value: unknown): string | null => {
  const result = parseForm(z.object({ field: schema }), value === undefined ? {} : { field: value })
  return result.ok ? null : (result.problems[0]?.message ?? '')
}

const parsedValue = <T>(schema: z.ZodType<T>, value: string): T | null => {
  const result = parseForm(z.object({ field: schema }), { field: value })
  return result.ok ? result.value.field : null
}

describe('text', () => {
  it('is trimmed, and its line ends are one kind', () => {
    expect(parsedValue(requiredText('事業者名', 60), '  一行目\r\n二行目 ')).toBe('一行目\n二行目')
  })

  it.each([undefined, '', '   ', '　'])('is asked for when %j came', (value) => {
    expect(messageOf(requiredText('事業者名', 60), value)).toBe('事業者名を入力してください')
  })

  it.each([undefined, ''])('may be absent where it is optional: %j', (value) => {
    expect(messageOf(optionalText('ホームページ', 60), value)).toBeNull()
  })

  it('is counted in characters, as people count them', () => {
    expect(messageOf(requiredText('事業者名', 60), '𠮷'.repeat(60))).toBeNull()
    expect(messageOf(requiredText('事業者名', 60), '𠮷'.repeat(61))).toContain('60文字以内')
    expect(messageOf(requiredText('事業者名', 60), 'あ'.repeat(100_000))).toContain('いまは100,000文字')
  })

  it.each(['\u0000', '\u001b[31m', '\u0085', '\u007f'])('refuses the control character in %j', (text) => {
    expect(messageOf(requiredText('事業者名', 60), `株式会社${text}`)).toContain('制御文字')
  })

  it('takes line ends and tabs', () => {
    expect(messageOf(requiredText('会社の概要', 60), '一\n\t二')).toBeNull()
  })

  it('asks again when a list came where one text belongs', () => {
    expect(messageOf(requiredText('事業者名', 60), ['一', '二'])).toBe('事業者名を入力してください')
  })
})

describe('a whole number', () => {
  it.each([
    ['48', 48],
    ['４８', 48],
    ['1,200', 1200],
    ['１，２００', 1200]
  ])('%s is %i', (text, value) => {
    expect(parsedValue(wholeNumber('従業員数', 1, 100_000), text)).toBe(value)
  })

  it.each([
    ['四十八', '数字で入力'],
    ['4.5', '数字で入力'],
    ['-1', '数字で入力'],
    ['0', '1から100,000まで'],
    ['100001', '1から100,000まで']
  ])('%s: %s', (text, message) => {
    expect(messageOf(wholeNumber('従業員数', 1, 100_000), text)).toContain(message)
  })
})

describe('a date', () => {
  it.each(['2026-12-08', '2028-02-29', '２０２６-12-08'])('%s is one', (text) => {
    expect(messageOf(calendarDate('期限'), text)).toBeNull()
  })

  it.each(['2026-02-29', '2026-13-01', '8/12', '2026-1-1', 'tomorrow'])('%s is none', (text) => {
    expect(messageOf(calendarDate('期限'), text)).toContain('正しい日付')
  })
})

describe('an address', () => {
  it('is kept in lower case and ordinary width', () => {
    expect(parsedValue(emailAddress('メールアドレス'), ' Ｓoumu@Example.JP ')).toBe('soumu@example.jp')
  })

  it('is measured as it is kept, so that it can be sent once more', () => {
    expect(messageOf(emailAddress('メールアドレス'), `${'Ⅳ'.repeat(130)}@example.jp`)).toContain('254文字以内')
  })

  it.each(['soumu', 'soumu@', '@example.jp', 'a b@example.jp', 'a@example.jp\r\nBcc: b@example.jp'])(
    'is not %j',
    (text) => {
      expect(messageOf(emailAddress('メールアドレス'), text)).toContain('正しい形式')
    }
  )
})

describe('formValues', () => {
  it('keeps text and lists of text whatever else is posted', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.object())), (body) => {
        for (const value of Object.values(formValues(body)))
          expect(typeof value === 'string' || value.every((part) => typeof part === 'string')).toBe(true)
      })
    )
  })

  it.each([null, undefined, 'text', 7])('takes %j as an empty form', (body) => {
    expect(formValues(body)).toEqual({})
  })
})
