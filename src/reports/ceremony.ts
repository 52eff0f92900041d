import { csvOf } from '../platform/csv.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { industryName } from '../scheme/industries.ts'

/** A company that is invited to the ceremony (認定式): certified for the first time, or anew under a new number. */
export type CeremonyGuest = {
  readonly applicationId: string
  /** 第N号. */
  readonly number: number
  readonly companyName: string
  readonly nameKana: string
  readonly representativeTitle: string
  readonly representativeName: string
  readonly industry: string
  readonly passedTitles: readonly string[]
  readonly postalCode: string
  readonly address: string
  readonly decidedOn: CalendarDate
  readonly period: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate }
}

const headings = [
  '認定番号',
  '事業者名',
  'フリガナ',
  '代表者の役職',
  '代表者の氏名',
  '業種',
  '合格した分野',
  '郵便番号',
  '所在地',
  '決定日',
  '認定期間の初日',
  '認定期間の末日'
] as const

/** The ceremony's list for a spreadsheet or address labels; dates as YYYY-MM-DD. */
export const ceremonyCsv = (guests: readonly CeremonyGuest[]): string =>
  csvOf(
    headings,
    guests.map((guest) => [
      `第${guest.number}号`,
      guest.companyName,
      guest.nameKana,
      guest.representativeTitle,
      guest.representativeName,
      industryName(guest.industry),
      guest.passedTitles.join('、'),
      guest.postalCode,
      guest.address,
      guest.decidedOn,
      guest.period.startsOn,
      guest.period.endsOn
    ])
  )
