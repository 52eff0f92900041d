/** A mail of the case as its row shows it. */
export type CaseMail = {
  readonly id: string
  readonly subject: string
  readonly recipient: string
  /** The letter itself, plain text. */
  readonly body: string
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
  /** When somebody had it sent again, oldest first. */
  readonly resentAt: readonly Date[]
}

/** The mails of a case with what the history tells of sending them again. */
export const caseMails = (
  mails: readonly Omit<CaseMail, 'resentAt'>[],
  history: readonly { readonly at: Date; readonly kind: string; readonly details: Readonly<Record<string, unknown>> }[]
): readonly CaseMail[] =>
  mails.map((mail) => ({
    ...mail,
    resentAt: history
      .filter(({ kind, details }) => kind === 'mail-resent' && details.mailId === mail.id)
      .map(({ at }) => at)
  }))
