import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { storeFile } from '../platform/files.ts'
import { queueMail } from '../platform/outbox.ts'
import { fillIn, type LetterDraft, type LetterInput, letterEnd, letterText } from './letter.ts'
import { type LetterKind, letterKinds } from './letter-kind.ts'
import { makeLetter } from './letter-pdf.ts'
import { insertLetter, latestWording } from './letter-store.ts'
import { standardWording } from './standard-wording.ts'
import type { Wording } from './wording.ts'

type Written = { readonly input: LetterInput; readonly wording: Wording }

const write = async <K extends LetterKind>(
  db: Database,
  { scheme, clock }: Pick<Context, 'scheme' | 'clock'>,
  { kind, addressee, values }: LetterDraft<K>
): Promise<Written> => {
  const wording = (await latestWording(db, kind))?.wording ?? standardWording[kind]
  const input = { scheme, issuedOn: today(clock), addressee, values }
  return { input, wording: fillIn(wording, input) }
}

/** A letter as it would be sent now, for a last look: its subject, and the text that its mails begin with. */
export const readLetterDraft = async <K extends LetterKind>(
  db: Database,
  context: Pick<Context, 'scheme' | 'clock'>,
  draft: LetterDraft<K>
): Promise<{ readonly subject: string; readonly text: string }> => {
  const { input, wording } = await write(db, context, draft)
  return { subject: wording.subject, text: letterText(input, wording) }
}

/**
 * Sends a letter of the city as part of the caller's transaction: in the city's wording, archived as a PDF, and mailed to
 * each address. Characters that the PDF could not show are returned; the mails show them.
 * @param letter `subjectId` is the application or certification it is about
 */
export const sendLetter = async <K extends LetterKind>(
  tx: Database,
  context: Context,
  letter: LetterDraft<K> & {
    readonly companyId: string
    readonly subjectId: string
    readonly to: readonly string[]
  }
): Promise<{ readonly letterId: string; readonly missing: readonly string[] }> => {
  const { clock, scheme, ids, baseUrl } = context
  const { kind, addressee, companyId, subjectId } = letter
  const { input, wording } = await write(tx, context, letter)
  const issuedAt = clock.now()
  const { pdf, missing } = await makeLetter({ ...input, ...wording, createdAt: issuedAt })
  const sha256 = await storeFile(tx, context, pdf)
  const letterId = ids()
  const { issuedOn } = input
  await insertLetter(tx, {
    id: letterId,
    kind,
    companyId,
    subjectId,
    addressee,
    ...wording,
    sha256,
    issuedOn,
    issuedAt
  })
  const text = letterText(input, wording) + letterEnd(scheme, `${baseUrl}${paths.letter(letterId)}`)
  for (const to of letter.to)
    await queueMail(tx, context, { kind: letterKinds[kind].mailKind, to, subjectId, subject: wording.subject, text })
  return { letterId, missing }
}
