import type { Meeting } from './meeting.ts'

/** An invitation as it was sent: to which day and place, and to whom. */
export type Invitation = Pick<Meeting, 'heldOn' | 'place'> & {
  readonly at: Date
  readonly memberIds: readonly string[]
}

type Place = Pick<Meeting, 'heldOn' | 'place'>

const isTo =
  ({ heldOn, place }: Place) =>
  (invitation: Invitation): boolean =>
    invitation.heldOn === heldOn && invitation.place === place

/** The invitations to the day and place as they are now: those since it was moved last. */
export const standingInvitations = (invitations: readonly Invitation[], meeting: Place): readonly Invitation[] =>
  invitations.slice(invitations.findLastIndex((invitation) => !isTo(meeting)(invitation)) + 1)

/** The members who do not know yet: each is invited once to a day and place, however often the button is pressed. */
export const notInvited = <T extends { readonly id: string }>(
  members: readonly T[],
  invitations: readonly Invitation[],
  meeting: Place
): readonly T[] => {
  const told = new Set(standingInvitations(invitations, meeting).flatMap(({ memberIds }) => memberIds))
  return members.filter(({ id }) => !told.has(id))
}

/** Whether somebody was invited to another day or place before, so that the mail has to say what changed. */
export const isMoved = (invitations: readonly Invitation[], meeting: Place, memberId: string): boolean =>
  invitations.some((invitation) => !isTo(meeting)(invitation) && invitation.memberIds.includes(memberId))
