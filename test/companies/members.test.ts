import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { grantRole } from '../../src/accounts/grant-role.ts'
import { findCompanyOf } from '../../src/companies/company-store.ts'
import { membersOf, openInvitationsOf } from '../../src/companies/member-store.ts'
import { paths } from '../../src/paths.ts'
import { historyOf, systemActor } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'
import { proprietorFields } from './profiles.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const openCompany = async (email: string) => {
  const browser = await portal.signIn(email)
  await browser.post(paths.profile, { ...proprietorFields, name: `${email}の会社` })
  const id = (await companyOf(email))?.id ?? ''
  return { browser, id }
}

const accountOf = async (email: string) => {
  const account = await findAccountByEmail(portal.context.db, email)
  if (account === null) throw new Error(`no account ${email}`)
  return account
}

const companyOf = async (email: string) => findCompanyOf(portal.context.db, (await accountOf(email)).id)

const emailsOf = async (companyId: string) => (await membersOf(portal.context.db, companyId)).map(({ email }) => email)

const kindsOf = async (companyId: string) => (await historyOf(portal.context.db, companyId)).map(({ kind }) => kind)

const unknownId = '019a0000-0000-7000-8000-000000000000'

describe('the page of a company’s people', () => {
  it('leads a person without a company to the profile, and refuses an invitation', async () => {
    const browser = await portal.signIn('nobody@example.jp')
    const page = await browser.get(paths.members)
    expect(page.status).toBe(200)
    expect(page.body).toContain(`href="${paths.profile}"`)
    await expectValidHtml(page.body)
    expect((await browser.post(paths.members, { email: 'x@example.jp' })).status).toBe(409)
    expect((await browser.post(paths.memberRemoval(unknownId))).status).toBe(404)
    expect((await browser.post(paths.invitationRemoval(unknownId))).status).toBe(404)
  })

  it('lists who acts for the company; alone, nobody can be removed', async () => {
    const { browser } = await openCompany('alone@example.jp')
    const page = await browser.get(paths.members)
    expect(page.body).toContain('alone@example.jp（あなた）')
    expect(page.body).not.toContain('/removal')
    await expectValidHtml(page.body)
  })

  it.each([paths.members, paths.memberRemoval(unknownId), paths.invitationRemoval(unknownId)])(
    'asks a visitor to sign in: %s',
    async (path) => expect((await portal.visitor().post(path, { email: 'a@example.jp' })).status).toBe(401)
  )
})

describe('an invitation', () => {
  it('is mailed with the portal’s address, and taken up exactly once when that address signs in', async () => {
    const { browser, id } = await openCompany('inviter@example.jp')
    const answer = await browser.post(paths.members, { email: ' Colleague@Example.jp ' })
    expect([answer.status, answer.location]).toEqual([303, paths.members])
    const mail = (await portal.mails()).find(({ recipient }) => recipient === 'colleague@example.jp')
    expect(mail).toMatchObject({ kind: 'invitation', subjectId: id })
    expect(mail?.body).toContain(`${portal.context.baseUrl}${paths.signIn}\n`)
    const listed = await browser.get(paths.members)
    expect(listed.body).toContain('招待中')
    await expectValidHtml(listed.body)

    const colleague = await portal.signIn('colleague@example.jp')
    const pages = await Promise.all([1, 2, 3].map(() => colleague.get(paths.profile)))
    for (const page of pages) expect(page.body).toContain('inviter@example.jpの会社')
    expect((await emailsOf(id)).toSorted()).toEqual(['colleague@example.jp', 'inviter@example.jp'])
    expect(await kindsOf(id)).toEqual(['profile-saved', 'colleague-invited', 'member-joined'])
    expect(await openInvitationsOf(portal.context.db, id)).toEqual([])
  })

  it('reaches a person who is signed in already and has no company', async () => {
    const waiting = await portal.signIn('waiting@example.jp')
    await waiting.get(paths.members)
    const { browser, id } = await openCompany('finder@example.jp')
    await browser.post(paths.members, { email: 'waiting@example.jp' })
    await waiting.get(paths.members)
    expect((await companyOf('waiting@example.jp'))?.id).toBe(id)
  })

  it('of two companies leads to the one that asked first', async () => {
    const first = await openCompany('asks-first@example.jp')
    const second = await openCompany('asks-second@example.jp')
    await first.browser.post(paths.members, { email: 'wanted@example.jp' })
    portal.setNow('2026-11-21T10:05:00+09:00')
    await second.browser.post(paths.members, { email: 'wanted@example.jp' })
    await (await portal.signIn('wanted@example.jp')).get(paths.members)
    expect((await companyOf('wanted@example.jp'))?.id).toBe(first.id)
    expect(await emailsOf(second.id)).toEqual(['asks-second@example.jp'])
  })

  it('that was taken back is not taken up', async () => {
    const { browser, id } = await openCompany('regrets@example.jp')
    await browser.post(paths.members, { email: 'mistyped@example.jp' })
    const [invitation] = await openInvitationsOf(portal.context.db, id)
    const answer = await browser.post(paths.invitationRemoval(invitation?.id ?? ''))
    expect(answer.status).toBe(303)
    await (await portal.signIn('mistyped@example.jp')).get(paths.members)
    expect(await companyOf('mistyped@example.jp')).toBeNull()
    expect((await browser.post(paths.invitationRemoval(invitation?.id ?? ''))).status).toBe(404)
  })

  it('of another company cannot be taken back', async () => {
    const { browser, id } = await openCompany('target@example.jp')
    await browser.post(paths.members, { email: 'still-invited@example.jp' })
    const [invitation] = await openInvitationsOf(portal.context.db, id)
    const stranger = await openCompany('stranger@example.jp')
    expect((await stranger.browser.post(paths.invitationRemoval(invitation?.id ?? ''))).status).toBe(404)
    expect(await openInvitationsOf(portal.context.db, id)).toHaveLength(1)
  })

  it('is refused with a reason: own address, colleague, twice, another company, an official', async () => {
    const { browser } = await openCompany('asker@example.jp')
    await openCompany('elsewhere@example.jp')
    await browser.post(paths.members, { email: 'member@example.jp' })
    await (await portal.signIn('member@example.jp')).get(paths.members)
    await browser.post(paths.members, { email: 'twice@example.jp' })
    await grantRole(portal.context, { email: 'jimu@example.jp', name: '', role: 'secretariat', actor: systemActor })
    const cases = [
      ['asker@example.jp', 'ご自分のメールアドレス'],
      ['member@example.jp', 'すでに担当者です'],
      ['twice@example.jp', 'すでに招待しています'],
      ['elsewhere@example.jp', 'ほかの会社の担当者'],
      ['jimu@example.jp', '会社の担当者にはなれません']
    ] as const
    for (const [email, words] of cases) {
      const answer = await browser.post(paths.members, { email })
      expect([email, answer.status]).toEqual([email, 409])
      expect(answer.body).toContain(words)
      expect(answer.body).toContain(`value="${email}"`)
      await expectValidHtml(answer.body)
    }
  })

  it('is refused for what is no address', async () => {
    const { browser, id } = await openCompany('hostile@example.jp')
    const inputs = [
      {},
      { email: '' },
      { email: 'だれか' },
      { email: ['a@example.jp', 'b@example.jp'] },
      { email: `${'a'.repeat(100_000)}@example.jp` },
      { email: 'a\u0000@example.jp' },
      { email: 'a@example.jp\r\nBcc: b@example.jp' }
    ]
    for (const fields of inputs) {
      const answer = await browser.post(paths.members, fields)
      expect(answer.status).toBe(422)
      await expectValidHtml(answer.body)
    }
    expect(await openInvitationsOf(portal.context.db, id)).toEqual([])
  })

  it('goes to one address three times a day at most', async () => {
    const { browser, id } = await openCompany('insistent@example.jp')
    const statuses: number[] = []
    for (let count = 0; count < 4; count++) {
      statuses.push((await browser.post(paths.members, { email: 'annoyed@example.jp' })).status)
      const [invitation] = await openInvitationsOf(portal.context.db, id)
      if (invitation !== undefined) await browser.post(paths.invitationRemoval(invitation.id))
    }
    expect(statuses).toEqual([303, 303, 303, 409])
  })
})

describe('removing a colleague', () => {
  it('ends what that person sees at once', async () => {
    const { browser, id } = await openCompany('boss@example.jp')
    await browser.post(paths.members, { email: 'leaver@example.jp' })
    const leaver = await portal.signIn('leaver@example.jp')
    expect((await leaver.get(paths.profile)).body).toContain('boss@example.jpの会社')
    const member = await accountOf('leaver@example.jp')
    expect((await browser.get(paths.members)).body).toContain(paths.memberRemoval(member.id))
    const answer = await browser.post(paths.memberRemoval(member.id))
    expect([answer.status, answer.location]).toEqual([303, paths.members])
    expect((await leaver.get(paths.profile)).body).not.toContain('boss@example.jpの会社')
    expect(await emailsOf(id)).toEqual(['boss@example.jp'])
    expect((await kindsOf(id)).at(-1)).toBe('member-removed')
  })

  it('refuses the last one, on the page, with the reason', async () => {
    const { browser, id } = await openCompany('last@example.jp')
    const answer = await browser.post(paths.memberRemoval((await accountOf('last@example.jp')).id))
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('最後の担当者は外せません')
    await expectValidHtml(answer.body)
    expect(await emailsOf(id)).toEqual(['last@example.jp'])
  })

  it('leaves one of two who remove each other at the same time', async () => {
    const { browser, id } = await openCompany('duel1@example.jp')
    await browser.post(paths.members, { email: 'duel2@example.jp' })
    const other = await portal.signIn('duel2@example.jp')
    await other.get(paths.members)
    const [one, two] = [await accountOf('duel1@example.jp'), await accountOf('duel2@example.jp')]
    const answers = await Promise.all([
      browser.post(paths.memberRemoval(two.id)),
      other.post(paths.memberRemoval(one.id))
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 404])
    expect(await emailsOf(id)).toHaveLength(1)
  })

  it('of another company, an unknown or a broken id is not found', async () => {
    const { browser } = await openCompany('prober@example.jp')
    await openCompany('victim@example.jp')
    const victim = await accountOf('victim@example.jp')
    for (const id of [victim.id, unknownId, 'x', '%00']) {
      const answer = await browser.post(paths.memberRemoval(id))
      expect([id, answer.status]).toEqual([id, 404])
    }
    expect(await companyOf('victim@example.jp')).not.toBeNull()
  })
})
