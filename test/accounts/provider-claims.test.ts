import { describe, expect, it } from 'vitest'
import { personIn } from '../../src/accounts/provider-claims.ts'

const plain = { trustsEmail: false, factorValues: [] }

describe('the claims of a provider', () => {
  it('need a subject', () => {
    expect(() => personIn({ email: 'a@example.jp' }, plain)).toThrow()
    expect(() => personIn({ sub: '' }, plain)).toThrow()
  })

  it.each([
    [true, false, true],
    [false, true, false],
    [undefined, true, true],
    [undefined, false, false],
    ['true', false, false]
  ])(
    'with an address said to be verified: %s, at a provider that is trusted: %s, make it verified: %s',
    (said, trustsEmail, verified) => {
      const person = personIn({ sub: 'x', email: ' Soumu@Example.JP', email_verified: said }, { ...plain, trustsEmail })
      expect(person).toMatchObject({ email: 'soumu@example.jp', emailVerified: verified })
    }
  )

  it('never verify an address that is none', () => {
    expect(personIn({ sub: 'x', email: 'soumu', email_verified: true }, plain)).toMatchObject({
      email: null,
      emailVerified: false
    })
  })

  it.each([
    [{ acr: 'mfa' }, true],
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ acr: 'pwd', amr: ['pwd'] }, false],
    [{ amr: 'mfa' }, false],
    [{}, false]
  ])('tell of a second factor: %j', (claims, given) => {
    expect(personIn({ sub: 'x', ...claims }, { ...plain, factorValues: ['mfa'] }).factorGiven).toBe(given)
    expect(personIn({ sub: 'x', ...claims }, plain).factorGiven).toBe(false)
  })

  it.each([
    [{ account_type: '2', corp_type: '1', corporate_number: '5000012010019' }, '5000012010019'],
    [{ account_type: 3, corp_type: 1, corporate_number: '5000012010019' }, '5000012010019'],
    [{ account_type: '1', corp_type: '1', corporate_number: '5000012010019' }, null],
    [{ account_type: '2', corp_type: '2', corporate_number: '5000012010019' }, null],
    [{ account_type: '2', corp_type: '1', corporate_number: '12345' }, null],
    [{ corporate_number: '5000012010019' }, null]
  ])('give the number of a company that GビズID has checked: %j', (claims, number) => {
    expect(personIn({ sub: 'x', ...claims }, plain).legalEntityNumber).toBe(number)
  })
})
