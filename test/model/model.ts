import type { ApplicationStatus, Route } from '../../src/applications/application-status.ts'
import type { Mark, RawEvidence } from '../../src/checklist/index.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'

/** What a section holds, whichever it is: marks and evidence of a category, declarations, or what a renewal says. */
export type ModelSection = { version: number; data: Readonly<Record<string, unknown>> }

export type ModelDecision = { kind: 'accepted' | 'not_accepted' | 'queried'; serial: number }

/** How an item was answered when the application was sent last. */
export type SentItem = { mark: Mark; evidence: RawEvidence; files: string }

export type ModelCase = {
  readonly key: string
  readonly company: string
  readonly kind: 'initial' | 'renewal'
  /** Of a renewal, the case that brought the period which it follows. */
  readonly renews: string | null
  status: ApplicationStatus
  statusOn: CalendarDate
  number: string | null
  firstSentOn: CalendarDate | null
  /** Submissions so far. */
  round: number
  sections: Record<string, ModelSection>
  files: { key: string; removed: boolean }[]
  sent: Record<string, SentItem>
  standing: Record<string, ModelDecision | null>
  /** Decisions ever made on an item. */
  serials: Record<string, number>
  reading: 'leaves_denominator' | 'counts_as_unchecked' | null
  route: { round: number; route: Route } | null
}

export type ModelCompany = {
  readonly key: string
  members: string[]
  /** People invited, by the key of the invitation. */
  invitations: { key: string; person: string; takenUp: boolean }[]
  profileVersion: number
  culture: string
  settingsVersion: number
  shown: string
  /** Every statement ever sent, oldest first. */
  statements: { key: string; words: string; outcome: 'approved' | 'returned' | 'withdrawn' | null }[]
}

export type ModelAgendaItem = {
  readonly case: string
  outcome: 'heard' | 'held_over' | 'dropped' | null
  addedAt: number
  opinions: { member: string; kind: 'no_objection' | 'comment' | 'abstained'; at: number }[]
}

export type ModelMeeting = {
  readonly key: string
  number: number
  heldOn: CalendarDate
  end: 'closed' | 'cancelled' | null
  items: ModelAgendaItem[]
}

export type ModelProceeding = {
  readonly key: string
  answerBy: CalendarDate
  answered: boolean
  outcome: 'revoked' | 'dismissed' | null
}

export type ModelCertification = {
  readonly key: string
  readonly company: string
  readonly number: number
  periods: { case: string; startsOn: CalendarDate; endsOn: CalendarDate }[]
  endedOn: CalendarDate | null
  endedHow: 'surrendered' | 'revoked' | null
  proceedings: ModelProceeding[]
}

/** What the portal is expected to hold, in plain data so that it can be copied and thrown away. */
export type Model = {
  /** Milliseconds since 1970. */
  now: number
  today: CalendarDate
  companies: ModelCompany[]
  cases: ModelCase[]
  meetings: ModelMeeting[]
  certifications: ModelCertification[]
  secretariat: string[]
  committee: string[]
  /** Mails by kind. */
  mails: Record<string, number>
  receipts: Record<number, number>
  /** Members and companies that were reminded. */
  reminders: number
}

export const copyOf = (model: Model): Model => structuredClone(model)

const named = <T extends { readonly key: string }>(things: readonly T[], key: string): T => {
  const found = things.find((thing) => thing.key === key)
  if (found === undefined) throw new Error(`the model knows no ${key}`)
  return found
}

export const caseIn = (model: Model, key: string): ModelCase => named(model.cases, key)
export const companyIn = (model: Model, key: string): ModelCompany => named(model.companies, key)
export const meetingIn = (model: Model, key: string): ModelMeeting => named(model.meetings, key)
export const certificationIn = (model: Model, key: string): ModelCertification => named(model.certifications, key)

/** Counts mails that are expected from now on. */
export const expectMails = (model: Model, kind: string, count: number): void => {
  if (count > 0) model.mails[kind] = (model.mails[kind] ?? 0) + count
}

/** Whom a letter goes to: the company's contact, and everybody who acts for it. */
export const recipientsOf = (model: Model, company: string): number => companyIn(model, company).members.length + 1

/** The application of a company that is under way. */
export const openCaseOf = (model: Model, company: string): ModelCase | undefined =>
  model.cases.find((one) => one.company === company && !['certified', 'refused', 'withdrawn'].includes(one.status))

/** The company that a person acts for. */
export const companyOfPerson = (model: Model, person: string): ModelCompany | undefined =>
  model.companies.find(({ members }) => members.includes(person))
