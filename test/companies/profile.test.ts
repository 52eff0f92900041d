import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { findCompanyOf, findProfile } from '../../src/companies/company-store.ts'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'
import { profileFields, proprietorFields } from './profiles.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const companyOf = async (email: string) => {
  const account = await findAccountByEmail(portal.context.db, email)
  return account === null ? null : findCompanyOf(portal.context.db, account.id)
}

/** What is stored of a person's company. */
const storedOf = async (email: string) => {
  const company = await companyOf(email)
  return company === null ? null : findProfile(portal.context.db, company.id)
}

const historyOfCompany = async (email: string) => {
  const company = await companyOf(email)
  return company === null ? [] : historyOf(portal.context.db, company.id)
}

const withProfile = async (email: string) => {
  const browser = await portal.signIn(email)
  const answer = await browser.post(paths.profile, proprietorFields)
  expect(answer.status).toBe(303)
  return browser
}

describe('the first save', () => {
  it('begins with a valid page that knows the address of the person', async () => {
    const browser = await portal.signIn('first@example.jp')
    const answer = await browser.get(paths.profile)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('value="first@example.jp"')
    await expectValidHtml(answer.body)
  })

  it('makes the company, its member and a line of history without the texts', async () => {
    const browser = await portal.signIn('maker@example.jp')
    const answer = await browser.post(paths.profile, {
      ...profileFields,
      nameKana: 'ｶﾌﾞｼｷｶﾞｲｼｬ ｱｻｶ',
      legalEntityNumber: '８０００−０１２０−１００３８'
    })
    expect([answer.status, answer.location]).toEqual([303, paths.company])
    const stored = await storedOf('maker@example.jp')
    expect(stored).toMatchObject({
      version: 1,
      profile: { nameKana: 'カブシキガイシャ アサカ', legalEntityNumber: '8000012010038', employees: 48 }
    })
    const [event] = await historyOfCompany('maker@example.jp')
    expect(event).toMatchObject({ kind: 'profile-saved', actorName: 'maker@example.jp' })
    expect(JSON.stringify(event?.details)).not.toContain('あさか製作所')
  })

  it('sent twice at once makes one company', async () => {
    const browser = await portal.signIn('double@example.jp')
    const answers = await Promise.all([1, 2].map(() => browser.post(paths.profile, proprietorFields)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await historyOfCompany('double@example.jp')).toHaveLength(1)
  })

  it('comes back with every problem and every value', async () => {
    const browser = await portal.signIn('typo@example.jp')
    const answer = await browser.post(paths.profile, {
      ...profileFields,
      nameKana: '朝霞',
      culture: '',
      business: '<script>"&精密部品'
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('<title>エラー：')
    expect(answer.body).toContain('href="#nameKana"')
    expect(answer.body).toContain('社風・職場の雰囲気を入力してください')
    expect(answer.body).toContain('&lt;script>&quot;&amp;精密部品')
    expect(answer.body).toMatch(/<option[^>]*value="E"[^>]* selected/)
    await expectValidHtml(answer.body)
    expect(await storedOf('typo@example.jp')).toBeNull()
  })

  it.each([
    ['nothing', {}],
    [
      'lists instead of texts',
      { name: ['一', '二'], employees: ['1', '2'], version: ['1', '2'], culture: ['一', '二'] }
    ],
    ['100,000 characters', { ...profileFields, business: 'あ'.repeat(100_000) }],
    ['control characters', { ...profileFields, name: '朝霞\u0000\u001b商事' }]
  ])('with %s is refused by a valid page', async (_what, fields) => {
    const browser = await portal.signIn('hostile@example.jp')
    const answer = await browser.post(paths.profile, fields)
    expect(answer.status).toBe(422)
    await expectValidHtml(answer.body)
    expect(await storedOf('hostile@example.jp')).toBeNull()
  })
})

describe('a legal entity number', () => {
  it('that another company has is refused with a way on, and everything typed is kept', async () => {
    const owner = await portal.signIn('owner@example.jp')
    await owner.post(paths.profile, profileFields)
    const late = await portal.signIn('late@example.jp')
    const answer = await late.post(paths.profile, { ...profileFields, culture: '書きかけの社風' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('招待')
    expect(answer.body).toContain(portal.context.scheme.secretariat.phone)
    expect(answer.body).toContain('書きかけの社風')
    await expectValidHtml(answer.body)
    expect(await storedOf('late@example.jp')).toBeNull()
  })

  it('cannot be taken by a later change either', async () => {
    const browser = await withProfile('changer@example.jp')
    const answer = await browser.post(paths.profile, { ...profileFields, version: '1' })
    expect(answer.status).toBe(409)
    expect((await storedOf('changer@example.jp'))?.profile.legalEntityNumber).toBeNull()
  })

  it('is given once when two ask for it at the same time', async () => {
    const browsers = await Promise.all(['race1@example.jp', 'race2@example.jp'].map(portal.signIn))
    const answers = await Promise.all(
      browsers.map((browser) => browser.post(paths.profile, { ...profileFields, legalEntityNumber: '2120901007402' }))
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })
})

describe('a later save', () => {
  it('shows what is stored and keeps the names of the changed entries only', async () => {
    const browser = await withProfile('later@example.jp')
    const page = await browser.get(paths.profile)
    expect(page.body).toContain('value="株式会社あさか製作所"')
    expect(page.body).toMatch(/name="noLegalEntityNumber"[^>]* checked/)
    const answer = await browser.post(paths.profile, { ...proprietorFields, version: '1', employees: '52' })
    expect(answer.status).toBe(303)
    const events = await historyOfCompany('later@example.jp')
    expect(events.at(-1)?.details).toEqual({ fields: ['employees'] })
  })

  it('without any change makes no new version', async () => {
    const browser = await withProfile('same@example.jp')
    await browser.post(paths.profile, { ...proprietorFields, version: '1' })
    expect((await storedOf('same@example.jp'))?.version).toBe(1)
    expect(await historyOfCompany('same@example.jp')).toHaveLength(1)
  })

  it('of the later of two writers shows both texts and can be sent again knowingly', async () => {
    const browser = await withProfile('both@example.jp')
    await browser.post(paths.profile, { ...proprietorFields, version: '1', culture: '先に保存した社風', industry: 'G' })
    const mine = { ...proprietorFields, version: '1', culture: 'あとから書いた社風' }
    const refused = await browser.post(paths.profile, mine)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('先に保存した社風')
    expect(refused.body).toContain('あとから書いた社風')
    expect(refused.body).toContain('情報通信業')
    expect(refused.body).toContain('both@example.jp')
    expect(refused.body).toContain('name="version" value="2"')
    expect(refused.body.match(/いま保存されている内容：/g)).toHaveLength(2)
    await expectValidHtml(refused.body)
    expect((await storedOf('both@example.jp'))?.profile.culture).toBe('先に保存した社風')

    const knowingly = await browser.post(paths.profile, { ...mine, version: '2' })
    expect(knowingly.status).toBe(303)
    expect(await storedOf('both@example.jp')).toMatchObject({ version: 3, profile: { culture: 'あとから書いた社風' } })
  })

  it.each([{}, { version: 'x' }, { version: '-1' }])('with a broken version %j overwrites nothing', async (version) => {
    const email = `version${JSON.stringify(version).length}@example.jp`
    const browser = await withProfile(email)
    const answer = await browser.post(paths.profile, {
      ...proprietorFields,
      version: '',
      ...version,
      culture: '上書き'
    })
    expect(answer.status).toBe(409)
    expect((await storedOf(email))?.profile.culture).toBe(proprietorFields.culture)
  })
})

describe('the profile page', () => {
  it('asks a visitor to sign in and keeps what was posted', async () => {
    const page = await portal.visitor().get(paths.profile)
    expect([page.status, page.location]).toEqual([303, '/sign-in?return=%2Fcompany%2Fprofile'])
    const posted = await portal.visitor().post(paths.profile, profileFields)
    expect(posted.status).toBe(401)
    expect(posted.body).toContain(profileFields.culture)
  })

  it('does not exist for the secretariat', async () => {
    const official = await openTestApp({ env: { SECRETARIAT_EMAILS: 'jimu@example.jp' } })
    const browser = await official.signIn('jimu@example.jp')
    expect((await browser.get(paths.profile)).status).toBe(404)
    expect((await browser.post(paths.profile, profileFields)).status).toBe(404)
    await official.close()
  })
})
