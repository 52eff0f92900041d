import type { CalendarDate } from '../scheme/calendar.ts'

/** How a hearing was held. */
export const hearingChannels = ['phone', 'mail', 'online', 'visit'] as const

export type HearingChannel = (typeof hearingChannels)[number]

export const channelLabels: Readonly<Record<HearingChannel, string>> = {
  phone: '電話',
  mail: 'メール',
  online: 'オンライン',
  visit: '訪問・来庁'
}

/** What was said at a hearing, how and with whom. */
export type HearingNote = {
  readonly id: string
  readonly heldOn: CalendarDate
  readonly channel: HearingChannel
  readonly participants: string
  readonly note: string
  readonly recordedAt: Date
  readonly recordedByName: string
}
