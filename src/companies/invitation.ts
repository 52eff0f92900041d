/** Most people of a company, those invited included; keeps a portal that mails strangers from being misused. */
export const mostPeople = 20

/** Why an address cannot be invited. */
export type InvitationRefusal =
  | 'own-address'
  | 'member-already'
  | 'invited-already'
  | 'other-company'
  | 'official'
  | 'too-many-people'
  | 'too-many-mails'

/** What is known when a colleague is to be invited. */
export type InvitationFacts = {
  readonly email: string
  readonly ownEmail: string
  readonly memberEmails: readonly string[]
  readonly invitedEmails: readonly string[]
  /** Whether the address belongs to a person of another company. */
  readonly isElsewhere: boolean
  /** Whether it belongs to the secretariat or the committee. */
  readonly isOfficial: boolean
  /** Invitations mailed to this address within the last day, by whichever company. */
  readonly mailsToday: number
}

const mostMailsADay = 3

/** Whether a colleague may be invited; the first reason against it otherwise. */
export const decideInvitation = (
  facts: InvitationFacts
): { readonly ok: true } | { readonly ok: false; readonly reason: InvitationRefusal } => {
  const { email, memberEmails, invitedEmails } = facts
  const reasons: readonly (readonly [InvitationRefusal, boolean])[] = [
    ['own-address', email === facts.ownEmail],
    ['member-already', memberEmails.includes(email)],
    ['invited-already', invitedEmails.includes(email)],
    ['official', facts.isOfficial],
    ['other-company', facts.isElsewhere],
    ['too-many-people', memberEmails.length + invitedEmails.length >= mostPeople],
    ['too-many-mails', facts.mailsToday >= mostMailsADay]
  ]
  const against = reasons.find(([, applies]) => applies)
  return against === undefined ? { ok: true } : { ok: false, reason: against[0] }
}
