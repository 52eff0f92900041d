import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import { applications } from '../applications/table.ts'
import { instant, storedFiles } from '../platform/table.ts'
import { agendaOutcomes } from './meeting.ts'
import { opinionKinds } from './opinion.ts'

/** A meeting of the committee. Held when it is closed, with who and when. */
export const meetings = pgTable(
  'meetings',
  {
    id: uuid('id').primaryKey(),
    /** 第N回. */
    number: integer('number').notNull(),
    heldOn: date('held_on').notNull(),
    place: text('place').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by').references(() => users.id),
    /** Called off: its cases go to another meeting, and its number may be given again. */
    cancelledAt: instant('cancelled_at'),
    cancelledBy: uuid('cancelled_by').references(() => users.id),
    cancelReason: text('cancel_reason')
  },
  (table) => [
    uniqueIndex('meetings_number').on(table.number).where(sql`${table.cancelledAt} is null`),
    check('meetings_closed_by_somebody', sql`(${table.closedAt} is null) = (${table.closedBy} is null)`),
    check('meetings_closed_or_cancelled', sql`${table.closedAt} is null or ${table.cancelledAt} is null`),
    check(
      'meetings_cancelled_with_reason',
      sql`(${table.cancelledAt} is null and ${table.cancelledBy} is null and ${table.cancelReason} is null) or (${table.cancelledAt} is not null and ${table.cancelledBy} is not null and length(${table.cancelReason}) > 0)`
    )
  ]
)

/** A case on the agenda for the committee's opinion (意見聴取). */
export const agendaItems = pgTable(
  'agenda_items',
  {
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    addedAt: instant('added_at').notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => users.id),
    /** What the meeting made of the case; null until it is closed. `dropped`: it no longer awaited the committee. */
    outcome: text('outcome', { enum: agendaOutcomes })
  },
  (table) => [
    check('agenda_items_outcome', sql`${table.outcome} in ('heard', 'held_over', 'dropped')`),
    unique('agenda_items_once').on(table.meetingId, table.applicationId),
    index('agenda_items_by_application').on(table.applicationId)
  ]
)

/** A member's opinion on a case. Append-only: the latest of a member counts, earlier ones stay. */
export const opinions = pgTable(
  'opinions',
  {
    id: uuid('id').primaryKey(),
    agendaItemId: uuid('agenda_item_id')
      .notNull()
      .references(() => agendaItems.id),
    memberId: uuid('member_id')
      .notNull()
      .references(() => users.id),
    opinion: text('opinion', { enum: opinionKinds }).notNull(),
    comment: text('comment').notNull(),
    givenAt: instant('given_at').notNull()
  },
  (table) => [
    index('opinions_by_agenda_item').on(table.agendaItemId, table.id),
    check('opinions_opinion', sql`${table.opinion} in ('no_objection', 'comment', 'abstained')`),
    check('opinions_comment', sql`${table.opinion} <> 'comment' or length(${table.comment}) > 0`)
  ]
)

/** A renewal decided without the committee, told to it at a meeting (事後報告): once, when that meeting is closed. Append-only. */
export const reportedRenewals = pgTable(
  'reported_renewals',
  {
    applicationId: uuid('application_id')
      .primaryKey()
      .references(() => applications.id),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    reportedAt: instant('reported_at').notNull()
  },
  (table) => [index('reported_renewals_by_meeting').on(table.meetingId)]
)

/** The papers of a meeting as they were made, each time; the latest are what members read. Append-only. */
export const meetingPapers = pgTable(
  'meeting_papers',
  {
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    sha256: text('sha256')
      .notNull()
      .references(() => storedFiles.sha256),
    pages: integer('pages').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [
    index('meeting_papers_by_meeting').on(table.meetingId, table.id),
    check('meeting_papers_pages', sql`${table.pages} >= 1`)
  ]
)

/** Who came to a meeting, noted when it is closed. Append-only. */
export const meetingAttendance = pgTable(
  'meeting_attendance',
  {
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    memberId: uuid('member_id')
      .notNull()
      .references(() => users.id)
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.memberId] })]
)
