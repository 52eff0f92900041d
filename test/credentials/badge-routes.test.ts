import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordSurrender } from '../../src/certificates/record-surrender.ts'
import { paths } from '../../src/paths.ts'
import { accountOf } from '../committee/meeting-of-cases.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { credentialKey } from '../support/credential-keys.ts'
import { expectValidHtml } from '../support/html.ts'
import { certificationCase } from '../support/issued.ts'
import { renewableCase } from '../support/renewable.ts'

let portal: TestApp
let held: Awaited<ReturnType<typeof certificationCase>>
beforeAll(async () => {
  portal = await openTestApp({ env: { CREDENTIAL_KEY: credentialKey } })
  held = await certificationCase(portal.context, { startsOn: '2026-11-01' })
})
afterAll(() => portal.close())

const badge = (file: string) => portal.visitor().get(paths.badge(file))
const titleOf = ({ body }: { readonly body: string }) => body.match(/<title>([^<]*)<\/title>/)?.[1]

describe('a badge', () => {
  it('may be shown by every site, and is asked for anew before long', async () => {
    const answer = await badge(`${held.number}.svg`)
    expect([answer.status, titleOf(answer)]).toEqual([
      200,
      `朝霞市ワーク・ライフ・グッドバランス企業 認定企業 第${held.number}号 有効期間 令和11年10月31日まで`
    ])
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300'
    })
    const known = { 'if-none-match': String(answer.headers.etag) }
    const again = await portal.visitor().get(paths.badge(`${held.number}.svg`), known)
    expect([again.status, again.body]).toEqual([304, ''])
  })

  it('has a square form and is had as PNG, each with a tag of its own', async () => {
    const files = [`${held.number}.svg`, `${held.number}-square.svg`, `${held.number}.png`]
    const answers = await Promise.all(files.map(badge))
    expect(answers.map(({ headers }) => headers['content-type'])).toEqual([
      'image/svg+xml',
      'image/svg+xml',
      'image/png'
    ])
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3)
  })

  it('turns by itself when the period is over and when the certification ends', async () => {
    const ending = await certificationCase(portal.context, { startsOn: '2026-11-01' })
    const before = (await badge(`${ending.number}.svg`)).headers.etag
    portal.setNow('2029-11-01T00:00:00+09:00')
    const over = await badge(`${ending.number}.svg`)
    expect(titleOf(over)).toContain('期限切れ')
    expect(over.headers.etag).not.toBe(before)
    portal.setNow(testNow)
    const { certificationId } = ending
    const actor = await accountOf(portal.context, ending.email)
    await recordSurrender(portal.context, { certificationId, on: '2026-11-21', reason: '廃業', actor })
    expect(titleOf(await badge(`${ending.number}.svg`))).toContain('失効')
  })

  it('says that it can confirm nothing where there is nothing, and is never a broken picture', async () => {
    for (const file of ['999999.svg', '999999.png', 'x.svg', '%00.svg', '..%2f..%2fetc', '1e3.svg', 'あ.svg']) {
      const answer = await badge(file)
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toMatch(/^image\//)
      if (answer.headers['content-type'] === 'image/svg+xml') expect(titleOf(answer)).toContain('確認できません')
    }
  })
})

describe('the page of a company’s badges', () => {
  it('gives the HTML of each badge, and the certificate as a credential', async () => {
    const browser = await portal.signIn(held.email)
    const own = await browser.get(paths.ownCertification(held.certificationId))
    await expectValidHtml(own.body)
    expect(own.body).toContain(paths.ownBadge(held.certificationId))
    expect((await browser.get(paths.company)).body).toContain(paths.ownBadge(held.certificationId))
    const page = await browser.get(paths.ownBadge(held.certificationId))
    await expectValidHtml(page.body)
    for (const words of [
      `&lt;a href=&quot;http://localhost:3000/verify/${held.verificationCode}&quot;>&lt;img src=&quot;http://localhost:3000/badges/${held.number}.svg&quot;`,
      `/badges/${held.number}-square.svg`,
      ...['png', 'svg', 'jwt', 'json'].map((format) => `${held.verificationCode}/credential.${format}`)
    ])
      expect(page.body).toContain(words)
  })

  it('leads from a badge to the public page where the certificate is on paper, and says that there is no credential', async () => {
    const { certificationNumber, certificationId, email } = await renewableCase(portal.context)
    const page = await (await portal.signIn(email)).get(paths.ownBadge(certificationId))
    await expectValidHtml(page.body)
    expect(page.body).toContain(`http://localhost:3000/companies/${certificationNumber}&quot;`)
    expect(page.body).toContain('書面で交付されている')
    expect(page.body).not.toContain('/credential.png')
  })

  it('is nobody else’s, and gone when there is nothing left to show', async () => {
    const other = await portal.signIn((await certificationCase(portal.context)).email)
    for (const id of [held.certificationId, 'no-uuid', '01890000-0000-7000-8000-000000000000'])
      expect((await other.get(paths.ownBadge(id))).status).toBe(404)
    portal.setNow('2029-11-01T00:00:00+09:00')
    expect((await (await portal.signIn(held.email)).get(paths.ownBadge(held.certificationId))).status).toBe(404)
    portal.setNow(testNow)
  })
})
