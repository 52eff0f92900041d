import { historyOf } from '../platform/audit.ts'
import type { Database } from '../platform/database.ts'
import type { Invitation } from './invitation.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text) : [])

/** The invitations to a meeting, oldest first. */
export const invitationsTo = async (db: Database, meetingId: string): Promise<readonly Invitation[]> =>
  (await historyOf(db, meetingId))
    .filter(({ kind }) => kind === 'members-invited')
    .map(({ at, details }) => ({
      at,
      heldOn: text(details.heldOn),
      place: text(details.place),
      memberIds: texts(details.memberIds)
    }))
