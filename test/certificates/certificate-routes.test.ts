import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { findCertificate } from '../../src/certificates/certificate-store.ts'
import { certifications } from '../../src/certificates/table.ts'
import { paths } from '../../src/paths.ts'
import { sha256Of } from '../../src/platform/files.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'
import { readPdf } from '../support/pdf-reader.ts'

let portal: TestApp
let held: Awaited<ReturnType<typeof certifiedCase>>
let code: string
beforeAll(async () => {
  portal = await openTestApp()
  held = await certifiedCase(portal.context)
  code = (await findCertificate(portal.context.db, held.certificateId))?.verificationCode ?? ''
})
afterAll(() => portal.close())

const printed = (): string => code.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')

describe('downloading a certificate', () => {
  it('gives the company the archived bytes, the same each time', async () => {
    const browser = await portal.signIn(held.email)
    const first = await browser.get(paths.certificate(held.certificateId))
    portal.setNow('2027-02-01T10:00:00+09:00')
    const again = await (await portal.signIn(held.email)).get(paths.certificate(held.certificateId))
    portal.setNow(testNow)
    expect(first.status).toBe(200)
    expect(first.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      etag: `"${sha256Of(first.bytes)}"`,
      'content-disposition': `attachment; filename="certificate-${held.number}.pdf"; filename*=UTF-8''${encodeURIComponent(`認定証_第${held.number}号.pdf`)}`
    })
    expect(again.bytes.equals(first.bytes)).toBe(true)
    expect(readPdf(first.bytes).lines.join('')).toContain(`第 ${held.number} 号`)
  })

  it('is open to the secretariat', async () => {
    const browser = await portal.signIn(await official(portal.context, 'secretariat', '産業 次郎'))
    expect((await browser.get(paths.certificate(held.certificateId))).status).toBe(200)
  })

  it('does not exist for another company, a person without a company or the committee', async () => {
    const other = await certifiedCase(portal.context)
    const member = await official(portal.context, 'committee', '委員 三郎')
    for (const email of [other.email, 'nobody@example.jp', member]) {
      const answer = await (await portal.signIn(email)).get(paths.certificate(held.certificateId))
      expect(answer.status).toBe(404)
      await expectValidHtml(answer.body)
    }
  })

  it('asks who is signed out to sign in', async () => {
    const answer = await portal.visitor().get(paths.certificate(held.certificateId))
    expect([answer.status, answer.location]).toEqual([303, `/sign-in?return=%2Fcertificates%2F${held.certificateId}`])
  })

  it('answers 404 to what is no certificate', async () => {
    const browser = await portal.signIn(held.email)
    for (const id of ['01890000-0000-7000-8000-000000000000', 'no-uuid', '%27', '1'])
      expect((await browser.get(paths.certificate(id))).status).toBe(404)
  })
})

describe('the work for an answer', () => {
  it('is the same for a right code, a wrong one and one that can be none', async () => {
    const select = vi.spyOn(portal.context.db, 'select')
    const counts: number[] = []
    for (const asked of [printed(), '7KQ2-M9XT-4HDR', 'no-code', 'x'.repeat(5000)]) {
      const before = select.mock.calls.length
      await portal.visitor().get(paths.verification(asked))
      counts.push(select.mock.calls.length - before)
    }
    select.mockRestore()
    expect(counts).toEqual([1, 1, 1, 1])
  })
})

describe('asking for a code', () => {
  it('shows a form, open to everybody and kept from search engines', async () => {
    const answer = await portal.visitor().get(paths.verifications)
    expect([answer.status, answer.headers['x-robots-tag']]).toEqual([200, 'noindex'])
    await expectValidHtml(answer.body)
  })

  it('leads every way of writing a code to its page', async () => {
    const wide = [...code].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('')
    for (const typed of [printed(), code.toLowerCase(), wide, ` ${printed().replaceAll('-', '－')} `]) {
      const answer = await portal.visitor().get(`${paths.verifications}?code=${encodeURIComponent(typed)}`)
      expect([answer.status, answer.location]).toEqual([303, paths.verification(printed())])
    }
  })

  it.each([
    ['', '確認コードを入力してください'],
    ['7KQ2', '確認コードは12文字です'],
    ['<script>', '確認コードは12文字です']
  ])('says how a code looks when given %j', async (typed, message) => {
    const answer = await portal.visitor().get(`${paths.verifications}?code=${encodeURIComponent(typed)}`)
    expect([answer.status, answer.headers['x-robots-tag']]).toEqual([422, 'noindex'])
    expect(answer.body).toContain('<title>エラー：')
    expect(answer.body).toContain(message)
    expect(answer.body).not.toContain('<script>')
    await expectValidHtml(answer.body)
  })

  it('takes a very long text for no code', async () => {
    const answer = await portal.visitor().get(`${paths.verifications}?code=${encodeURIComponent('𠮷'.repeat(2000))}`)
    expect(answer.status).toBe(422)
    await expectValidHtml(answer.body)
  })

  it('takes two codes at once for none', async () => {
    const answer = await portal.visitor().get(`${paths.verifications}?code=a&code=b`)
    expect(answer.status).toBe(422)
  })
})

describe('verifying', () => {
  // The period is 2026-12-01 to 2029-11-30, in Tokyo.
  it.each([
    ['2026-11-30T23:59:59+09:00', '認定期間が始まる前の認定証です'],
    ['2026-12-01T00:00:00+09:00', '有効な認定証です'],
    ['2029-11-30T23:59:59+09:00', '有効な認定証です'],
    ['2029-12-01T00:00:00+09:00', '認定期間が終わった認定証です']
  ])('at %s reads %s', async (now, words) => {
    portal.setNow(now)
    const answer = await portal.visitor().get(paths.verification(printed()))
    portal.setNow(testNow)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' })
    for (const fact of [words, `第${held.number}号`, '令和8年12月1日から令和11年11月30日まで', '株式会社あさか製作所'])
      expect(answer.body).toContain(fact)
    await expectValidHtml(answer.body)
  })

  it.each([
    ['revoked', '2027-04-01', '2027-03-31T23:59:59+09:00', '有効な認定証です'],
    ['revoked', '2027-04-01', '2027-04-01T00:00:00+09:00', '取り消された認定証です'],
    ['revoked', '2027-04-01', '2031-01-01T00:00:00+09:00', '取り消された認定証です'],
    ['surrendered', '2027-04-01', '2027-03-31T23:59:59+09:00', '有効な認定証です'],
    ['surrendered', '2027-04-01', '2027-04-01T00:00:00+09:00', '辞退により効力のない認定証です']
  ] as const)('a certification %s on %s, at %s, reads %s', async (endedHow, endedOn, now, words) => {
    const { db } = portal.context
    const person = await official(portal.context, 'secretariat', '産業 次郎')
    const ended = await certifiedCase(portal.context)
    const endedBy = (await findAccountByEmail(db, person))?.id
    await db
      .update(certifications)
      .set({ endedOn, endedHow, endedReason: '従業員数の内部事情', endedBy })
      .where(eq(certifications.number, ended.number))
    const endedCode = (await findCertificate(db, ended.certificateId))?.verificationCode ?? ''
    portal.setNow(now)
    const answer = await portal.visitor().get(paths.verification(endedCode))
    portal.setNow(testNow)
    expect(answer.body).toContain(words)
    expect(answer.body).not.toContain('内部事情')
    await expectValidHtml(answer.body)
  })

  it('says nothing but state, number, name and period', async () => {
    const answer = await portal.visitor().get(paths.verification(printed()))
    for (const secret of [held.email, held.applicationId, held.companyId, held.certificateId, '総務 花子', '浅香'])
      expect(answer.body).not.toContain(secret)
  })

  it('reads a code in any writing', async () => {
    const answer = await portal.visitor().get(paths.verification(code.toLowerCase()))
    expect(answer.status).toBe(200)
    expect(answer.body).toContain(printed())
  })

  it.each(['0000-0000-0000', 'nonsense', encodeURIComponent('<b>"&'), 'é'.repeat(60)])(
    'answers the unknown %s with the same kind of page and what a code looks like',
    async (unknown) => {
      const answer = await portal.visitor().get(paths.verification(encodeURI(decodeURIComponent(unknown))))
      expect([answer.status, answer.headers['x-robots-tag']]).toEqual([404, 'noindex'])
      expect(answer.body).toContain('この確認コードの認定証は見つかりません')
      expect(answer.body).toContain('確認の結果')
      expect(answer.body).toContain('7KQ2-M9XT-4HDR')
      expect(answer.body).not.toContain('<b>')
      await expectValidHtml(answer.body)
    }
  )

  it('stops one address after sixty questions in a minute, and says to wait', async () => {
    const eager = portal.visitor()
    for (let count = 0; count < 60; count++)
      expect((await eager.get(paths.verification('0000-0000-0000'))).status).toBe(404)
    const refused = await eager.get(paths.verification('0000-0000-0000'))
    expect(refused.status).toBe(429)
    expect(refused.body).toContain('1分ほど待って')
    expect((await portal.visitor().get(paths.verification('0000-0000-0000'))).status).toBe(404)
  })
})
