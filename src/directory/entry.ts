import type { CalendarDate } from '../scheme/calendar.ts'

/** What the directory tells of a company in one category that it passed or does something in. */
export type EntryCategory = {
  readonly number: number
  readonly title: string
  readonly passed: boolean
  /** How far, of 1: confirmed items of those that count. */
  readonly ratio: number
  /** 「〇〇に力を入れています。」, where the category passed. */
  readonly strength: string | null
  /** 「〇〇、〇〇に取り組んでいます。」 */
  readonly practice: string | null
  /** From the application, where the company agreed to show them. */
  readonly ownWords: readonly string[]
}

/** Everything that is told of a company in public. A field that the company does not show is null. */
export type EntryContent = {
  /** 第N号. */
  readonly number: number
  readonly name: string
  readonly nameKana: string
  readonly legalEntityNumber: string | null
  readonly industry: string
  readonly size: string | null
  readonly address: string | null
  readonly business: string | null
  readonly culture: string | null
  readonly website: string | null
  readonly jobsUrl: string | null
  /** The first day of the first period. */
  readonly certifiedSince: CalendarDate
  readonly renewals: number
  /** The latest period. */
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  /** One concrete achievement, for the card. */
  readonly headline: string
  readonly categories: readonly EntryCategory[]
  readonly measures: readonly string[]
  /** What the secretariat approved; empty where there is nothing. */
  readonly words: string
  /** SHA-256 of pictures that the secretariat approved. */
  readonly photo: { readonly sha256: string; readonly description: string } | null
  readonly logo: string | null
}
