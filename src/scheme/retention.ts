/**
 * How long personal data is kept. Years of documents count as the city's rules on documents count them: to the end of the
 * fiscal year in which the matter was closed, and then so many fiscal years more.
 */
export type Retention = {
  /** Years from its last save after which a draft is removed. */
  readonly draftYears: number
  /** How many days before that its company is warned: twice, the earlier first. */
  readonly draftWarningDays: readonly [number, number]
  /** Fiscal years for which the answers, files and examination of a closed case are kept. */
  readonly caseFiscalYears: number
  /** Years from its last sign-in after which an account that belongs to no company and no office is erased. */
  readonly accountYears: number
  /** Years from its sending after which the text of a mail is erased. */
  readonly mailTextYears: number
  /** Years from its sending after which the record of a mail is deleted too. */
  readonly mailYears: number
  /** Days after which the record that a sign-in code was mailed is deleted; the code itself is gone when it was sent. */
  readonly signInMailDays: number
  /** Years after which an invitation of a colleague is deleted, taken up or not. */
  readonly invitationYears: number
}

/**
 * Not in the papers; ours, by what the rules on documents (文書保存期間: 1, 3, 5, 10 years) commonly say of papers of their kind.
 * A city sets what its own rules say.
 */
export const usualRetention: Retention = {
  // A renewal or a new attempt comes with the next year's figures at the latest: older entries answer no checklist any more.
  draftYears: 1,
  draftWarningDays: [60, 14],
  // Decisions on applications (許認可等の処分) are commonly kept for 5 years; a claim against the city lapses in 5 years too.
  caseFiscalYears: 5,
  // As long as a certification: who comes back for the renewal finds the account.
  accountYears: 3,
  // Simple correspondence (軽易な往復文書) is commonly kept for 1 year, that it was sent for 3.
  mailTextYears: 1,
  mailYears: 3,
  // Long enough to look into a wave of codes that nobody asked for.
  signInMailDays: 30,
  invitationYears: 1
}
