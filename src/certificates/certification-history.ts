import { historyWords } from '../applications/history-words.ts'
import { type AnswerChannel, channelLabels } from './revocation.ts'

/** A line of the history as it is stored. */
export type CertificationEvent = {
  readonly at: Date
  readonly actorName: string
  readonly kind: string
  readonly details: Readonly<Record<string, unknown>>
}

type Details = CertificationEvent['details']

const text = (details: Details, name: string): string => {
  const value = details[name]
  return typeof value === 'string' ? value : ''
}

const isChannel = (value: string): value is AnswerChannel => Object.hasOwn(channelLabels, value)

const channelOf = (details: Details): string => {
  const channel = text(details, 'channel')
  return isChannel(channel) ? channelLabels[channel] : channel
}

const words: Readonly<Record<string, (details: Details) => string>> = {
  'certification-surrendered': () => '認定を辞退しました',
  'certification-revoked': () => '認定を取り消しました',
  'certificate-signed': (details) => `認定証を、署名したPDF（署名者：${text(details, 'signer')}）に差し替えました`,
  'proceeding-opened': () => '取消しの手続を始め、事業者に通知しました',
  'proceeding-answered': (details) => `取消しについての回答がありました（${channelOf(details)}）`,
  'proceeding-dismissed': () => '取り消さないことにしました'
}

/** Events of the applications that belong to the history of the certification. */
export const certificationKinds: readonly string[] = [
  'certification-registered',
  'certificate-issued',
  'status-certified'
]

/** A line of the history of a certification in words, and the words that came with it; empty where there are none. */
export const certificationWords = ({
  kind,
  details
}: Pick<CertificationEvent, 'kind' | 'details'>): { readonly what: string; readonly detail: string } => ({
  what: words[kind]?.(details) ?? historyWords(kind, details),
  detail: words[kind] === undefined ? '' : text(details, 'grounds') || text(details, 'text') || text(details, 'reason')
})
