import type { SubmissionContent } from '../applications/application.ts'
import type { EditionId } from '../checklist/index.ts'
import type { DecisionBasis } from '../decisions/decision.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** What a company lets be shown beyond what the scheme publishes of every certified company. */
export type EntryPublicity = {
  /** The fields that it agreed to show. */
  readonly shown: readonly string[]
  /** Empty where there is none. */
  readonly jobsUrl: string
  /** What was approved of its own words and pictures; null where nothing was. */
  readonly statement: {
    readonly words: string
    readonly photo: string | null
    readonly photoDescription: string
    readonly logo: string | null
  } | null
}

/** What an entry says of the company itself; the rest of a profile, such as who is asked, is never read. */
export type EntryCompany = {
  readonly name: string
  readonly nameKana: string
  readonly legalEntityNumber: string | null
  readonly industry: string
  readonly employees: number
  readonly address: string
  readonly website: string
  readonly business: string
  readonly culture: string
}

/** What an entry says of the certification. */
export type EntryCertification = {
  readonly number: number
  readonly firstStartsOn: CalendarDate
  /** How often it had been renewed by the first period that is known here. */
  readonly firstRenewalCount: number
  /** The latest period and how often it was renewed by then. */
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  readonly renewalCount: number
  readonly edition: EditionId
  readonly evaluationYear: number
  /** Null where the examination was on paper. */
  readonly basis: DecisionBasis | null
  /** Null where the paper was never entered. */
  readonly content: Pick<SubmissionContent, 'marks' | 'evidence'> | null
}

/** Everything that an entry is made from. */
export type EntrySource = {
  readonly certificationId: string
  readonly companyId: string
  readonly certification: EntryCertification
  readonly company: EntryCompany
  readonly publicity: EntryPublicity
}
