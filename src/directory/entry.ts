import type { CalendarDate } from '../scheme/calendar.ts'

/** What the directory tells of a company in one category of the checklist. */
export type EntryCategory = {
  readonly number: number
  readonly title: string
  /** For narrow places, such as a picture. */
  readonly shortTitle: string
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
  /** Major division A–T of the Japan Standard Industrial Classification. */
  readonly industry: string
  /** A band of head counts in words, such as 21〜50人. */
  readonly size: string | null
  readonly address: string | null
  readonly business: string | null
  readonly culture: string | null
  /** An http or https URL, as the following. */
  readonly website: string | null
  readonly jobsUrl: string | null
  /** The first day of the first period that is known here. */
  readonly certifiedSince: CalendarDate
  /** Whether it was certified before that day already, by a paper that is not known here. */
  readonly certifiedBefore: boolean
  readonly renewals: number
  /** The latest period. */
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  /** One concrete achievement as a sentence, for the card. */
  readonly headline: string
  /** Every category of the checklist by which it was certified last; none where only the paper knows. */
  readonly categories: readonly EntryCategory[]
  /** Labels of what it does, such as テレワーク: the words by which people search. */
  readonly measures: readonly string[]
  /** What the company says of itself, as the secretariat approved it; empty where there is nothing. */
  readonly words: string
  /** SHA-256 of pictures that the secretariat approved. */
  readonly photo: { readonly sha256: string; readonly description: string } | null
  readonly logo: string | null
}
