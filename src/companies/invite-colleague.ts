import { findAccountByEmail, findRole } from '../accounts/account-store.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { paths } from '../paths.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { countMailsSince, queueMail } from '../platform/outbox.ts'
import { findCompanyOf, lockCompany } from './company-store.ts'
import { decideInvitation, type InvitationFacts, type InvitationRefusal } from './invitation.ts'
import { invitationKind, invitationMail } from './invitation-mail.ts'
import { insertInvitation, membersOf, openInvitationsOf } from './member-store.ts'

type Company = { readonly id: string; readonly name: string }

type Input = { readonly viewer: Viewer; readonly company: Company; readonly email: string }

const dayMilliseconds = 24 * 60 * 60 * 1000

const factsOf = async (
  tx: Database,
  { clock }: Context,
  { viewer, company, email }: Input
): Promise<InvitationFacts> => {
  const account = await findAccountByEmail(tx, email)
  const since = new Date(clock.now().getTime() - dayMilliseconds)
  return {
    email,
    ownEmail: viewer.email,
    memberEmails: (await membersOf(tx, company.id)).map((member) => member.email),
    invitedEmails: (await openInvitationsOf(tx, company.id)).map((invitation) => invitation.email),
    isElsewhere: account !== null && (await findCompanyOf(tx, account.id)) !== null,
    isOfficial: account !== null && (await findRole(tx, account.id)) !== null,
    mailsToday: await countMailsSince(tx, invitationKind, email, since)
  }
}

/** Invites a colleague by address: the invitation is taken up when that address signs in. */
export const inviteColleague = (
  context: Context,
  input: Input
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: InvitationRefusal }> =>
  context.db.transaction(async (tx) => {
    const { viewer, company, email } = input
    await lockCompany(tx, company.id)
    const decision = decideInvitation(await factsOf(tx, context, input))
    if (!decision.ok) return decision
    const invitedAt = context.clock.now()
    await insertInvitation(tx, {
      id: context.ids(),
      companyId: company.id,
      email,
      invitedBy: viewer.userId,
      invitedAt
    })
    const actor = { id: viewer.userId, name: viewer.name }
    await recordEvent(tx, context, { actor, subjectId: company.id, kind: 'colleague-invited', details: { email } })
    const portal = `${context.baseUrl}${paths.signIn}`
    const mail = invitationMail(context.scheme, { companyName: company.name, invitedBy: viewer.name, email, portal })
    await queueMail(tx, context, { kind: invitationKind, to: email, subjectId: company.id, ...mail })
    return { ok: true }
  })
