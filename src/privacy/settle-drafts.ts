import { lockApplication } from '../applications/application-store.ts'
import { deleteUnsubmitted } from '../applications/erasure-store.ts'
import { type Actor, recordEvent, systemActor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { eraseEventDetails } from '../platform/erasure.ts'
import { NotFoundError } from '../platform/errors.ts'
import { claimNotice } from '../platform/notices.ts'
import { queueMail } from '../platform/outbox.ts'
import { addDays, type CalendarDate } from '../scheme/calendar.ts'
import { findRecipients } from '../screening/find-recipients.ts'
import { type DraftStep, draftStep, draftWarningKind, warningOccasion } from './draft-step.ts'
import { findUnsent, type UnsentApplication, unsentBegunBefore, warningsAbout } from './draft-store.ts'
import { draftWarningMail } from './draft-warning-mail.ts'
import { endOf, lastDayOver } from './retention-days.ts'
import { workThrough } from './work-through.ts'

/**
 * Deletes an application that was never sent, as part of the caller's transaction. The history of its company keeps one
 * line that says so, its own lines lose what may name people.
 */
export const removeUnsent = async (
  tx: Database,
  context: Pick<Context, 'clock' | 'ids'>,
  { id, companyId, kind, lastSavedOn }: UnsentApplication,
  actor: Actor
): Promise<void> => {
  await deleteUnsubmitted(tx, id)
  await eraseEventDetails(tx, id)
  const details = { kind, lastSavedOn }
  await recordEvent(tx, context, { actor, subjectId: companyId, kind: 'draft-removed', details })
}

const stepFor = async (
  tx: Database,
  { scheme }: Context,
  draft: UnsentApplication,
  on: CalendarDate
): Promise<DraftStep> => {
  const { retention, lateRenewalDays } = scheme
  const { id, isWithdrawn, lastSavedOn, periodEndsOn } = draft
  if (isWithdrawn) return lastSavedOn <= lastDayOver(on, retention.draftYears) ? { kind: 'remove' } : { kind: 'keep' }
  const sent = await warningsAbout(tx, id)
  const [first, second] = [
    sent.get(warningOccasion(lastSavedOn, 'first')),
    sent.get(warningOccasion(lastSavedOn, 'second'))
  ]
  const warnedOn = { ...(first === undefined ? {} : { first }), ...(second === undefined ? {} : { second }) }
  const openUntil = periodEndsOn === null ? null : addDays(periodEndsOn, lateRenewalDays)
  return draftStep({ lastSavedOn, openUntil, warnedOn }, on, retention)
}

const warn = async (
  tx: Database,
  context: Context,
  draft: UnsentApplication,
  { warning, removedOn }: Extract<DraftStep, { kind: 'warn' }>
): Promise<boolean> => {
  const occasion = warningOccasion(draft.lastSavedOn, warning)
  if (!(await claimNotice(tx, context, { kind: draftWarningKind, subjectId: draft.id, occasion }))) return false
  const mail = draftWarningMail(context, draft, removedOn)
  for (const to of await findRecipients(tx, draft.companyId))
    await queueMail(tx, context, { kind: draftWarningKind, to, subjectId: draft.id, ...mail })
  return true
}

/** What is due is asked again while the application is held: it may have been saved or sent since the list was read. */
const settle = (context: Context, id: string): Promise<DraftStep['kind']> =>
  context.db.transaction(async (tx) => {
    await lockApplication(tx, id)
    const draft = await findUnsent(tx, id)
    if (draft === null) return 'keep'
    const step = await stepFor(tx, context, draft, today(context.clock))
    if (step.kind === 'warn') return (await warn(tx, context, draft, step)) ? 'warn' : 'keep'
    if (step.kind === 'remove') await removeUnsent(tx, context, draft, systemActor)
    return step.kind
  })

/**
 * Warns of the drafts whose time comes to its end, and removes those that were warned of twice and not saved since; what
 * a company took back before it was sent goes without a warning. Each in a transaction of its own.
 * @returns how many were warned of, and removed
 */
export const settleDrafts = async (
  context: Context,
  report: (error: unknown) => void
): Promise<{ readonly draftsWarned: number; readonly draftsRemoved: number }> => {
  const { draftYears, draftWarningDays } = context.scheme.retention
  const newest = addDays(lastDayOver(today(context.clock), draftYears), Math.max(...draftWarningDays) + 1)
  const drafts = await unsentBegunBefore(context.db, endOf(newest))
  const done: DraftStep['kind'][] = []
  const work = async (id: string): Promise<boolean> => {
    const kind = await settle(context, id).catch((error: unknown) => {
      // Another worker removed it since the list was read.
      if (error instanceof NotFoundError) return 'keep' as const
      throw error
    })
    done.push(kind)
    return kind !== 'keep'
  }
  await workThrough(
    drafts.map(({ id }) => id),
    work,
    report
  )
  return {
    draftsWarned: done.filter((kind) => kind === 'warn').length,
    draftsRemoved: done.filter((kind) => kind === 'remove').length
  }
}
