import { accountsWithRole } from '../accounts/account-store.ts'
import type { Actor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { nextNumber } from '../platform/counters.ts'
import type { Database } from '../platform/database.ts'
import { queueMail } from '../platform/outbox.ts'
import { fiscalYearOf } from '../scheme/calendar.ts'
import type { Application } from './application.ts'
import { type ApplicationStatus, isEditable } from './application-status.ts'
import { insertSubmission, lockApplicationAs } from './application-store.ts'
import { changeStatus } from './change-status.ts'
import { type MissingPart, obstaclesIn } from './completeness.ts'
import { type Draft, snapshotOf } from './draft.ts'
import { readDraft } from './draft-store.ts'
import { receiptCounter, receiptNumber } from './receipt-number.ts'
import { noTerms, type RenewalTerms } from './renewal-outlook.ts'
import { receiptMail, type SentApplication, submissionNoticeMail } from './submission-mail.ts'

/** What was confirmed: the round and the version of the draft that the confirmation page showed. */
export type Confirmed = { readonly round: number; readonly version: number; readonly attestedBy: string }

export type SubmissionResult =
  /** `again`: this round had been sent before, and nothing new was made. */
  | { readonly ok: true; readonly again: boolean }
  | { readonly ok: false; readonly reason: 'status'; readonly status: ApplicationStatus }
  /** Somebody changed an answer, the profile or a file since the confirmation page was opened. */
  | { readonly ok: false; readonly reason: 'changed' }
  /** A renewal that comes too late, or whose certification ended meanwhile; `words` say which. */
  | { readonly ok: false; readonly reason: 'barred'; readonly words: string }
  | { readonly ok: false; readonly reason: 'incomplete'; readonly missing: readonly MissingPart[] }

type Person = Actor & { readonly id: string; readonly email: string }

/** What the time means for a renewal; renewals stand to the right, so their answer is handed in. */
export type TermsOf = (tx: Database, application: Application) => Promise<RenewalTerms>

const sendMails = async (tx: Database, context: Context, sent: SentApplication, person: Person): Promise<void> => {
  const subjectId = sent.application.id
  const receipt = receiptMail(context.scheme, context.baseUrl, sent)
  const receivers = new Set([sent.content.profile.contactEmail, person.email])
  for (const to of receivers) await queueMail(tx, context, { kind: 'receipt', to, subjectId, ...receipt })
  const notice = submissionNoticeMail(context.scheme, context.baseUrl, sent)
  for (const { email } of await accountsWithRole(tx, 'secretariat'))
    await queueMail(tx, context, { kind: 'submission-notice', to: email, subjectId, ...notice })
}

const givenAtFirst = async (tx: Database, context: Context, submittedAt: Date) => {
  const fiscalYear = fiscalYearOf(today(context.clock))
  const serial = await nextNumber(tx, receiptCounter(fiscalYear))
  return { number: receiptNumber(fiscalYear, serial), submittedAt }
}

type Sending = { readonly draft: Draft; readonly attestedBy: string; readonly note: string | null }

const send = async (tx: Database, context: Context, sending: Sending, actor: Person): Promise<void> => {
  const { draft, attestedBy, note } = sending
  const { round } = draft
  const [applicationId, submittedAt] = [draft.application.id, context.clock.now()]
  const given = draft.application.number === null ? await givenAtFirst(tx, context, submittedAt) : undefined
  const content = snapshotOf(draft, attestedBy)
  await insertSubmission(tx, {
    id: context.ids(),
    applicationId,
    round,
    content,
    submittedAt,
    submittedBy: actor.id,
    submittedOn: today(context.clock)
  })
  const change = await changeStatus(tx, context, {
    applicationId,
    to: 'submitted',
    by: 'company',
    actor: { id: actor.id, name: actor.name },
    details: { round },
    ...(given === undefined ? {} : { given })
  })
  if (!change.ok) throw new Error(`application ${applicationId} was locked and yet left ${change.status}`)
  await sendMails(tx, context, { application: change.application, content, round, submittedAt, note }, actor)
}

/** A round that was sent before leads to its receipt, unless the application was taken back since. */
const ifNotEditable = ({ status, number }: Application): SubmissionResult =>
  number !== null && status !== 'withdrawn' ? { ok: true, again: true } : { ok: false, reason: 'status', status }

/**
 * Submits an application as its confirmation page showed it, with receipt number, snapshot, history and mails in one
 * transaction. A second click, another tab or an old one makes nothing new.
 * @param termsOf what the time means for it, asked while the application is locked
 * @throws NotFoundError when the person's company has no such application
 */
export const submitApplication = (
  context: Context,
  input: { readonly applicationId: string; readonly actor: Person; readonly confirmed: Confirmed },
  termsOf: TermsOf = async () => noTerms
): Promise<SubmissionResult> =>
  context.db.transaction(async (tx): Promise<SubmissionResult> => {
    const application = await lockApplicationAs(tx, input.actor.id, input.applicationId)
    const { round, version, attestedBy } = input.confirmed
    if (!isEditable(application.status)) return ifNotEditable(application)
    const draft = await readDraft(tx, application)
    if (round >= 1 && round < draft.round) return { ok: true, again: true }
    if (draft.round !== round || draft.version !== version) return { ok: false, reason: 'changed' }
    const { barred, note } = await termsOf(tx, application)
    if (barred !== null) return { ok: false, reason: 'barred', words: barred }
    const missing = obstaclesIn(draft)
    if (missing.length > 0) return { ok: false, reason: 'incomplete', missing }
    await send(tx, context, { draft, attestedBy, note }, input.actor)
    return { ok: true, again: false }
  })
