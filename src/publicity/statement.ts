/** Most characters of a company's own words, and of the words that say what its photo shows. */
export const wordsLimit = 400
export const descriptionLimit = 100

/** What a company says of itself in its own words and pictures. Empty words and null pictures are none. */
export type StatementContent = {
  readonly words: string
  /** SHA-256 of the stored picture. */
  readonly photo: string | null
  /** What the photo shows, for those who do not see it; empty without a photo. */
  readonly photoDescription: string
  readonly logo: string | null
}

/** What became of a statement: `withdrawn` by its company, also after it had been approved. */
export type StatementOutcome = 'approved' | 'returned' | 'withdrawn'

/** A statement as it was sent, with what became of it; without an outcome it waits for the secretariat. */
export type Statement = StatementContent & {
  readonly id: string
  readonly companyId: string
  readonly sentAt: Date
  /** Who sent it, by name or address. */
  readonly sentBy: string
  readonly outcome: StatementOutcome | null
  /** Why it was returned. */
  readonly reason: string
  readonly decidedAt: Date | null
}

/** Where a company's statements stand: at most one is shown, one waits, and the last word may have been a return. */
export type StatementState = {
  readonly published: Statement | null
  readonly waiting: Statement | null
  /** The last statement where the secretariat returned it. */
  readonly returned: Statement | null
}

/** A company that says nothing. */
export const nothingSaid: StatementContent = { words: '', photo: null, photoDescription: '', logo: null }

/** The parts of a statement alone. */
export const contentOf = ({ words, photo, photoDescription, logo }: StatementContent): StatementContent => ({
  words,
  photo,
  photoDescription,
  logo
})

export const isSame = (one: StatementContent, other: StatementContent): boolean =>
  one.words === other.words &&
  one.photo === other.photo &&
  one.photoDescription === other.photoDescription &&
  one.logo === other.logo

/** What is left of the published where only what the company no longer says was taken away. */
const leftOf = (published: StatementContent, sent: StatementContent): StatementContent => ({
  words: sent.words === '' ? '' : published.words,
  photo: sent.photo === null ? null : published.photo,
  photoDescription: sent.photo === null ? '' : published.photoDescription,
  logo: sent.logo === null ? null : published.logo
})

/** What a save does to a company's statements. */
export type StatementChange = {
  /** What is shown from now on; null where what is shown stays. Takes away only, so nobody has to approve it. */
  readonly reduceTo: StatementContent | null
  /** Whether the waiting statement waits no longer. */
  readonly withdrawsWaiting: boolean
  /** Whether what was sent goes to the secretariat. */
  readonly sends: boolean
}

/**
 * What follows from what a company sent: what it leaves out is taken away at once, what it adds or words anew waits for
 * the secretariat. What waits already, or was returned as it is, is not sent a second time.
 */
export const statementChange = (
  { published, waiting, returned }: StatementState,
  sent: StatementContent
): StatementChange => {
  const shown = published ?? nothingSaid
  const left = leftOf(shown, sent)
  const reduceTo = isSame(left, shown) ? null : left
  if (isSame(sent, left)) return { reduceTo, withdrawsWaiting: waiting !== null, sends: false }
  // After a reduction it is sent anew: the statement with the later id counts.
  if (waiting !== null && isSame(sent, waiting) && reduceTo === null)
    return { reduceTo, withdrawsWaiting: false, sends: false }
  const isReturned = returned !== null && isSame(sent, returned)
  return { reduceTo, withdrawsWaiting: waiting !== null, sends: !isReturned }
}

/** What the company's form holds: what it said last, where that was not taken back. */
export const latestContent = ({ published, waiting, returned }: StatementState): StatementContent =>
  contentOf(waiting ?? returned ?? published ?? nothingSaid)
