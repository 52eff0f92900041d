import { findAccountByEmail, insertAccount } from '../../src/accounts/account-store.ts'
import { replaceFactor } from '../../src/accounts/factor-store.ts'
import { insertSession } from '../../src/accounts/session-store.ts'
import type { Attachment } from '../../src/applications/application.ts'
import { insertAttachment } from '../../src/applications/attachment-store.ts'
import { putOnAgenda } from '../../src/committee/put-on-agenda.ts'
import { savePapers } from '../../src/committee/save-papers.ts'
import { insertMember } from '../../src/companies/company-store.ts'
import { insertInvitation } from '../../src/companies/member-store.ts'
import type { Context } from '../../src/platform/context.ts'
import { storeFile } from '../../src/platform/files.ts'
import { mailsOf, queueMail } from '../../src/platform/outbox.ts'
import { beginRenewal } from '../../src/renewals/begin-renewal.ts'
import { periodsEnding } from '../../src/renewals/ending-store.ts'
import { accountOf, awaitingCase, meetingOn } from '../committee/meeting-of-cases.ts'
import { official, submittedCase } from './cases.ts'
import { draftCase } from './drafts.ts'
import { certificationCase, certifiedCase } from './issued.ts'
import { sentLetter } from './letters.ts'
import { proceedingOn } from './proceedings.ts'
import { renewableCase } from './renewable.ts'
import { renewalCase } from './renewals.ts'
import { pdf } from './sample-files.ts'
import { approve, waitingStatement } from './statements.ts'

/** What a URL names, made for it alone: the company's person it concerns, and the values of its parameters. */
export type World = { readonly owner: string; readonly values: Readonly<Record<string, string>> }

const storedPdf = async (context: Context): Promise<Attachment> => {
  const sha256 = await storeFile(context.db, context, pdf('world'))
  const [id, addedAt] = [context.ids(), context.clock.now()]
  return {
    id,
    itemCode: '1-1',
    fileName: '宣言.pdf',
    mediaType: 'application/pdf',
    size: pdf('world').length,
    sha256,
    addedAt
  }
}

const draftWorld = async (context: Context): Promise<World> => {
  const { applicationId, email, userId } = await draftCase(context)
  const file = await storedPdf(context)
  await insertAttachment(context.db, { ...file, applicationId, addedBy: userId })
  return { owner: email, values: { id: applicationId, attachmentId: file.id, itemCode: '1-1', number: '1' } }
}

const sentWorld = async (context: Context): Promise<World> => {
  const { applicationId, email } = await submittedCase(context)
  return { owner: email, values: { id: applicationId } }
}

const sessionWorld = async (context: Context): Promise<World> => {
  const { userId, email } = await draftCase(context)
  const [id, at] = [context.ids(), context.clock.now()]
  await insertSession(context.db, {
    id,
    userId,
    tokenHash: id,
    method: 'code',
    browser: 'Firefox（Windows）',
    createdAt: at,
    lastSeenAt: at
  })
  return { owner: email, values: { id } }
}

const officialWorld = async (context: Context): Promise<World> => {
  const email = await official(context, 'secretariat', '事務局 次郎')
  const account = await findAccountByEmail(context.db, email)
  const userId = account?.id ?? ''
  const factor = { userId, secret: '', usedStep: 0, since: context.clock.now(), recoverySalt: '' }
  await replaceFactor(context.db, factor, ['hash'])
  return { owner: (await draftCase(context)).email, values: { id: userId } }
}

const memberWorld = async (context: Context): Promise<World> => {
  const { companyId, email } = await draftCase(context)
  const [id, at] = [context.ids(), context.clock.now()]
  await insertAccount(context.db, { id, name: '同僚 太郎', email: `${id}@colleague.example.jp`, at })
  await insertMember(context.db, companyId, id, at)
  return { owner: email, values: { id } }
}

const invitationWorld = async (context: Context): Promise<World> => {
  const { companyId, email, userId } = await draftCase(context)
  const id = context.ids()
  const invitation = { id, companyId, email: `${id}@invited.example.jp`, invitedBy: userId }
  await insertInvitation(context.db, { ...invitation, invitedAt: context.clock.now() })
  return { owner: email, values: { id } }
}

/** A case with a file and a mail, on the agenda of a meeting. */
const caseOnAgenda = async (context: Context) => {
  const file = await storedPdf(context)
  const { applicationId, email } = await awaitingCase(context, {
    attachments: [{ ...file, addedAt: file.addedAt.toISOString() }]
  })
  await context.db.transaction((tx) =>
    queueMail(tx, context, {
      kind: 'submission-receipt',
      to: email,
      subject: '受付',
      text: '受付',
      subjectId: applicationId
    })
  )
  const actor = await accountOf(context, await official(context, 'secretariat', '産業 太郎'))
  const meetingId = await meetingOn(context, '2026-12-08', actor)
  await putOnAgenda(context, { meetingId, cases: { applicationId }, actor })
  await savePapers(context, { meetingId, papers: { pdf: pdf('papers'), pages: 1, missing: [] }, actor })
  const [mail] = await mailsOf(context.db, applicationId)
  return { owner: email, applicationId, meetingId, attachmentId: file.id, mailId: mail?.id ?? '' }
}

const caseWorld = async (context: Context): Promise<World> => {
  const { owner, applicationId: id, attachmentId, mailId } = await caseOnAgenda(context)
  return { owner, values: { id, attachmentId, mailId } }
}

/** A mail of a case, under the name by which the administrator's page knows it. */
const mailWorld = async (context: Context): Promise<World> => {
  const { owner, mailId } = await caseOnAgenda(context)
  return { owner, values: { id: mailId } }
}

const renewalWorld = async (context: Context): Promise<World> => {
  const { applicationId: id, email } = await renewalCase(context, await certifiedCase(context))
  return { owner: email, values: { id } }
}

const meetingWorld = async (context: Context): Promise<World> => {
  const { owner, meetingId: id, applicationId, attachmentId } = await caseOnAgenda(context)
  return { owner, values: { id, applicationId, attachmentId } }
}

const committeeWorld = async (context: Context): Promise<World> => {
  const { id } = await accountOf(context, await official(context, 'committee', '委員 花子'))
  return { owner: (await draftCase(context)).email, values: { id } }
}

const letterWorld = async (context: Context): Promise<World> => {
  const { email, letterId } = await sentLetter(context)
  return { owner: email, values: { id: letterId } }
}

const settingWorld = async (context: Context): Promise<World> => ({
  owner: (await draftCase(context)).email,
  values: { kind: 'certified', slug: 'faq' }
})

const certificateWorld = async (context: Context): Promise<World> => {
  const { email, certificateId, verificationCode } = await certifiedCase(context)
  return { owner: email, values: { id: certificateId, code: verificationCode } }
}

const editionWorld = async (context: Context): Promise<World> => ({
  owner: (await draftCase(context)).email,
  values: { edition: 'asaka-2023' }
})

/** A certification whose renewal can be begun. */
const endingWorld = async (context: Context): Promise<World> => {
  const { email, companyId } = await certifiedCase(context, { startsOn: '2024-01-16' })
  const range = { from: '2027-01-15', until: '2027-01-15' }
  const ending = (await periodsEnding(context.db, range)).find((one) => one.companyId === companyId)
  return { owner: email, values: { id: ending?.periodId ?? '' } }
}

const certificationWorld = async (context: Context): Promise<World> => {
  const { email, certificationId } = await certificationCase(context)
  return { owner: email, values: { id: certificationId } }
}

const proceedingWorld = async (context: Context): Promise<World> => {
  const { email, certificationId } = await certificationCase(context)
  const actor = await accountOf(context, await official(context, 'secretariat', '産業 太郎'))
  const proceedingId = await proceedingOn(context, certificationId, actor)
  return { owner: email, values: { id: certificationId, proceedingId } }
}

/** A company whose pictures are shown, with a statement that waits. */
const publicityWorld = async (context: Context): Promise<World> => {
  const { email, number } = await certificationCase(context, { startsOn: '2026-11-01' })
  const { id, photo } = await waitingStatement(context, email)
  await approve(context, id, await official(context, 'secretariat', '産業 太郎'))
  const again = await waitingStatement(context, email, '次の紹介文です。')
  return { owner: email, values: { id: again.id, number: String(number), kind: 'photo', sha256: photo } }
}

const renewalDraftWorld = async (context: Context): Promise<World> => {
  const { email, companyId, userId } = await renewableCase(context)
  const begun = await beginRenewal(context, { companyId, actor: { id: userId, name: '総務 花子' } })
  if (!begun.ok) throw new Error(`no renewal: ${begun.reason.kind}`)
  return { owner: email, values: { id: begun.applicationId } }
}

const publicCompanyWorld = async (context: Context): Promise<World> => {
  const { email, certificationNumber } = await renewableCase(context)
  return { owner: email, values: { number: String(certificationNumber) } }
}

const worlds: readonly (readonly [begins: RegExp, make: (context: Context) => Promise<World>])[] = [
  [/^\/account\/sessions/, sessionWorld],
  [/^\/administration\/officials/, officialWorld],
  [/^\/applications\/:id\/(receipt|status|withdrawal)/, sentWorld],
  [/^\/(company\/)?certifications\/:id\/proceedings\/:/, proceedingWorld],
  [/^\/(company\/)?certifications/, certificationWorld],
  [/^\/applications\/:id\/renewal/, renewalDraftWorld],
  [/^\/company\/members/, memberWorld],
  [/^\/(company\/)?publicity|^\/companies\/:number\/:kind/, publicityWorld],
  [/^\/company\/invitations/, invitationWorld],
  [/^\/cases\/:id\/route/, renewalWorld],
  [/^\/administration\/mails/, mailWorld],
  [/^\/cases/, caseWorld],
  [/^\/meetings/, meetingWorld],
  [/^\/committee-members/, committeeWorld],
  [/^\/renewals\/:id/, endingWorld],
  [/^\/letters/, letterWorld],
  [/^\/(settings|guides)/, settingWorld],
  [/^\/credentials\/achievements/, editionWorld],
  [/^\/(certificates|verify)/, certificateWorld],
  [/^\/companies\/:number/, publicCompanyWorld]
]

const makerOf = (url: string): ((context: Context) => Promise<World>) =>
  worlds.find(([begins]) => begins.test(url))?.[1] ?? draftWorld

/** Makes what a route's URL names. */
export const worldOf = (context: Context, url: string): Promise<World> => makerOf(url)(context)

/** Gives routes of one kind the same world, made when it is first asked for: for requests that change nothing in it. */
export const sharedWorlds = (context: Context): ((url: string) => Promise<World>) => {
  const made = new Map<ReturnType<typeof makerOf>, Promise<World>>()
  return (url) => {
    const maker = makerOf(url)
    const world = made.get(maker) ?? maker(context)
    made.set(maker, world)
    return world
  }
}

/** The URL with its parameters filled in. */
export const filled = (url: string, values: Readonly<Record<string, string>>): string =>
  url.replace(/:(\w+)/g, (_whole, name: string) => values[name] ?? `no-${name}`)
