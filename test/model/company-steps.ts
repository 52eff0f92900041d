import { sql } from 'drizzle-orm'
import type { Viewer } from '../../src/accounts/viewer.ts'
import { findCompanyOf } from '../../src/companies/company-store.ts'
import { inviteColleague } from '../../src/companies/invite-colleague.ts'
import { removeMember } from '../../src/companies/remove-member.ts'
import { saveProfile } from '../../src/companies/save-profile.ts'
import { makeFindCompanyOf } from '../../src/companies/take-up-invitation.ts'
import { withdrawInvitation } from '../../src/companies/withdraw-invitation.ts'
import { profileOf } from '../support/cases.ts'
import { actorFor } from './draft-steps.ts'
import { companyIn, companyOfPerson, expectMails, type Model, type ModelCompany } from './model.ts'
import { idOf, personOf, type Real } from './portal.ts'
import { answered, oneOf, type Step, type StepMaker } from './step.ts'

const viewerFor = (model: Model, real: Real, company: string, who: number): Viewer => {
  const { id, email, name } = actorFor(model, real, company, who)
  return { userId: id, email, name, role: 'company', company: { id: idOf(real, company), name: company } }
}

const invitationKey = (company: string, person: string, count: number): string =>
  `${company}/invites/${person}/${count}`

const invited = ({ invitations }: ModelCompany, person: string): boolean =>
  invitations.some((one) => one.person === person && !one.takenUp)

const inviting = (now: Model, company: string, person: string, self: boolean, mailsOf: () => number): string => {
  const found = companyIn(now, company)
  if (self) return 'own-address'
  if (found.members.includes(person)) return 'member-already'
  if (invited(found, person)) return 'invited-already'
  if (now.secretariat.includes(person) || now.committee.includes(person)) return 'official'
  if (companyOfPerson(now, person) !== undefined) return 'other-company'
  if (mailsOf() >= 3) return 'too-many-mails'
  found.invitations.push({ key: invitationKey(company, person, found.invitations.length), person, takenUp: false })
  expectMails(now, 'invitation', 1)
  return 'ok'
}

const takeOverInvitations = async (
  { context, ids, people }: Real,
  { key, invitations }: ModelCompany
): Promise<void> => {
  for (const one of invitations) {
    if (ids.has(one.key)) continue
    const { rows } = await context.db.execute(
      sql`select id::text from company_invitations where company_id = ${ids.get(key) ?? ''} and email = ${people.get(one.person)?.email ?? ''} order by invited_at desc, id desc limit 1`
    )
    ids.set(one.key, String(rows[0]?.id))
  }
}

const mailsTo = async ({ context }: Real, email: string): Promise<number> => {
  const since = new Date(context.clock.now().getTime() - 86_400_000).toISOString()
  const { rows } = await context.db.execute(
    sql`select count(*)::int as mails from mails where kind = 'invitation' and recipient = ${email} and created_at > ${since}`
  )
  return Number(rows[0]?.mails)
}

export const invite: StepMaker = async (model, real, [which, what, , who]): Promise<Step> => {
  const company = oneOf(model.companies, which)?.key ?? ''
  const person = oneOf(['p4', 'p5', 'p0', 'p1', 'p2', 'p4', 'p5', 's0'], what) ?? 'p4'
  const viewer = viewerFor(model, real, company, who)
  const { email } = personOf(real, person)
  let sent = await mailsTo(real, email)
  return {
    act: async (context) =>
      answered(await inviteColleague(context, { viewer, company: { id: idOf(real, company), name: company }, email })),
    expected: (now) => inviting(now, company, person, email === viewer.email, () => sent++),
    settle: (now) => takeOverInvitations(real, companyIn(now, company)),
    alone: true
  }
}

export const takeBackInvitation: StepMaker = (model, real, [which, what, , who]): Step | null => {
  const inviters = model.companies.filter(({ invitations }) => invitations.length > 0)
  const company = oneOf(inviters, which)
  const invitation = company === undefined ? undefined : oneOf(company.invitations, what)
  if (company === undefined || invitation === undefined) return null
  const input = {
    actor: actorFor(model, real, company.key, who),
    companyId: idOf(real, company.key),
    invitationId: idOf(real, invitation.key)
  }
  return {
    act: async (context) => ((await withdrawInvitation(context, input)) === '' ? 'none' : 'ok'),
    expected: (now) => {
      const found = companyIn(now, company.key)
      const standing = found.invitations.find(({ key }) => key === invitation.key)
      if (standing === undefined || standing.takenUp) return 'not-found'
      found.invitations = found.invitations.filter((one) => one !== standing)
      return 'ok'
    }
  }
}

/** A person comes in: whoever has no company takes up what waits for the address. */
export const comeIn: StepMaker = (model, real, [which]): Step | null => {
  const person = oneOf(['p4', 'p5', 'p0', 'p1'], which) ?? 'p4'
  // An official acts for no company: the portal does not even look.
  if (model.committee.includes(person)) return null
  const { id } = personOf(real, person)
  return {
    act: async (context) => ((await makeFindCompanyOf(context)(context.db, id)) === null ? 'none' : 'ok'),
    expected: (now) => {
      if (companyOfPerson(now, person) !== undefined) return 'ok'
      const inviter = now.companies.find((one) => invited(one, person))
      const invitation = inviter?.invitations.find((one) => one.person === person && !one.takenUp)
      if (inviter === undefined || invitation === undefined) return 'none'
      invitation.takenUp = true
      inviter.members.push(person)
      return 'ok'
    },
    settle: async (now) => {
      // Of several invitations the oldest is taken up; the model does not keep when each was sent.
      const company = await findCompanyOf(real.context.db, id)
      const inviter = companyOfPerson(now, person)
      const actual = now.companies.find(({ key }) => real.ids.get(key) === company?.id)
      if (inviter === undefined || actual === undefined || inviter === actual) return
      move(inviter, actual, person)
    },
    alone: true
  }
}

const move = (from: ModelCompany, to: ModelCompany, person: string): void => {
  const [wrong, right] = [from, to].map(({ invitations }) => invitations.find((one) => one.person === person))
  if (wrong === undefined || right === undefined || right.takenUp) throw new Error(`${person} came in uninvited`)
  Object.assign(wrong, { takenUp: false })
  Object.assign(right, { takenUp: true })
  from.members = from.members.filter((member) => member !== person)
  to.members.push(person)
}

export const letColleagueGo: StepMaker = (model, real, [which, what, , who]): Step => {
  const company = oneOf(model.companies, which)?.key ?? ''
  const actor = actorFor(model, real, company, who)
  const member = oneOf(['p0', 'p1', 'p2', 'p3', 'p4', 'p5'], what) ?? 'p0'
  const input = { actor, companyId: idOf(real, company), memberId: personOf(real, member).id }
  return {
    act: async (context) => answered(await removeMember(context, input)),
    expected: (now) => {
      const found = companyIn(now, company)
      const isHere = found.members.some((key) => personOf(real, key).id === actor.id)
      if (!isHere || !found.members.includes(member)) return 'not-found'
      if (found.members.length === 1) return 'last-member'
      found.members = found.members.filter((key) => key !== member)
      return 'ok'
    }
  }
}

const cultures = ['はじめの社風', '声をかけやすい職場です。', '朝の会を毎日しています。']

export const changeProfile: StepMaker = (model, real, [which, what, how, who]): Step => {
  const company = oneOf(model.companies, which)?.key ?? ''
  const culture = oneOf(cultures, what) ?? ''
  const version = companyIn(model, company).profileVersion - (how % 4 === 3 ? 1 : 0)
  const actor = actorFor(model, real, company, who)
  const profile = {
    ...profileOf({ name: `株式会社${company}`, contactEmail: `${company}@contact.example.jp` }),
    culture
  }
  return {
    act: async (context) => answered(await saveProfile(context, { actor, profile, version })),
    expected: (now) => {
      const found = companyIn(now, company)
      if (found.culture === culture) return 'ok'
      if (found.profileVersion !== version) return 'changed'
      Object.assign(found, { culture, profileVersion: version + 1 })
      return 'ok'
    },
    alone: true
  }
}
