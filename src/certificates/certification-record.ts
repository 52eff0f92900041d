import type { CalendarDate } from '../scheme/calendar.ts'
import type { EndingFacts } from './surrender.ts'

/** A certification as it lies with the city, with all that became of it. */
export type CertificationRecord = EndingFacts & {
  readonly id: string
  /** 第N号. */
  readonly number: number
  readonly companyId: string
  /** The company's present name. */
  readonly companyName: string
  readonly nameKana: string
  readonly firstStartsOn: CalendarDate
  readonly renewalCount: number
  readonly endedHow: 'surrendered' | 'revoked' | null
  readonly endedReason: string | null
  readonly endedByName: string | null
  /** Whether a revocation is under way. */
  readonly isRevocationOpen: boolean
}

/** Where a certification stands on a day. */
export const certificationStates = ['certified', 'continued', 'upcoming', 'expired', 'surrendered', 'revoked'] as const

export type CertificationState = (typeof certificationStates)[number]

export const certificationStateLabels: Readonly<Record<CertificationState, string>> = {
  certified: '有効',
  continued: '有効（更新の審査中）',
  upcoming: '開始前',
  expired: '期間満了',
  surrendered: '辞退',
  revoked: '取消し'
}

type StateFacts = Pick<
  CertificationRecord,
  'firstStartsOn' | 'latestEndsOn' | 'continuedUntil' | 'endedOn' | 'endedHow'
>

/** The state of a certification on a day: what its certificates are worth, taken together. */
export const certificationState = (facts: StateFacts, on: CalendarDate): CertificationState => {
  const { firstStartsOn, latestEndsOn, continuedUntil, endedOn, endedHow } = facts
  if (endedOn !== null && endedOn <= on) return endedHow ?? 'revoked'
  if (on < firstStartsOn) return 'upcoming'
  if (on <= latestEndsOn) return 'certified'
  return continuedUntil !== null && on <= continuedUntil ? 'continued' : 'expired'
}
