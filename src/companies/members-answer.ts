import type { FastifyReply, FastifyRequest } from 'fastify'
import { MembersPage, NoCompanyYetPage } from '../../views/companies/members-page.tsx'
import { formatDate } from '../../views/format.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import { dateOf } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { sendPage } from '../platform/page.ts'
import { type Invitation, type Member, membersOf, openInvitationsOf } from './member-store.ts'

/** Why something was refused; `field` is null where no entry is at fault. */
export type Refused = {
  readonly status: 409 | 422
  readonly field: 'email' | null
  readonly message: string
  /** What was typed. */
  readonly email?: string
}

const settings = { title: '担当者', breadcrumb: [{ href: paths.company, label: '申請と認定' }] }

const peopleOf = (members: readonly Member[], viewerId: string) =>
  members.map(({ id, email, name, since }) => ({
    id,
    email,
    name: name === '' ? null : name,
    since: formatDate(dateOf(since)),
    isViewer: id === viewerId,
    removal: members.length === 1 ? null : paths.memberRemoval(id)
  }))

const invitedOf = (invitations: readonly Invitation[]) =>
  invitations.map(({ id, email, invitedAt }) => ({
    id,
    email,
    since: formatDate(dateOf(invitedAt)),
    removal: paths.invitationRemoval(id)
  }))

/** Answers with the people of the viewer's company, and with what was refused. */
export const answerMembers = async (
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  companyId: string,
  refused?: Refused
): Promise<FastifyReply> => {
  const { userId } = viewerOf(request)
  const page = MembersPage({
    frame: request.frame({ ...settings, hasErrors: refused !== undefined }),
    action: paths.members,
    email: refused?.email,
    problem: refused,
    people: peopleOf(await membersOf(db, companyId), userId),
    invitations: invitedOf(await openInvitationsOf(db, companyId))
  })
  return sendPage(reply, page, refused?.status)
}

/** Answers a person without a company, who has no colleagues here yet. */
export const answerNoCompanyYet = (request: FastifyRequest, reply: FastifyReply, status: 200 | 409): FastifyReply =>
  sendPage(reply, NoCompanyYetPage({ frame: request.frame(settings), profileUrl: paths.profile }), status)
