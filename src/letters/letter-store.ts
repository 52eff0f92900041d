import { and, desc, eq } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { LetterLine } from './letter.ts'
import { type LetterKind, labelOf } from './letter-kind.ts'
import { letters, letterTexts } from './table.ts'
import type { Wording } from './wording.ts'

/** A letter as it was sent. `kind` may be one that the portal no longer sends. */
export type Letter = typeof letters.$inferSelect

export const insertLetter = async (tx: Database, letter: typeof letters.$inferInsert): Promise<void> => {
  await tx.insert(letters).values(letter)
}

const newestFirst = [desc(letters.issuedAt), desc(letters.id)]

const lineOf = ({ id, kind, subject, issuedOn }: Letter): LetterLine => ({
  id,
  label: labelOf(kind),
  subject,
  issuedOn
})

/** The letters about an application or a certification, newest first. */
export const lettersAbout = async (db: Database, subjectId: string): Promise<readonly LetterLine[]> => {
  const rows = await db
    .select()
    .from(letters)
    .where(eq(letters.subjectId, subjectId))
    .orderBy(...newestFirst)
  return rows.map(lineOf)
}

/** Every letter to a company, newest first. */
export const lettersTo = async (db: Database, companyId: string): Promise<readonly LetterLine[]> => {
  const rows = await db
    .select()
    .from(letters)
    .where(eq(letters.companyId, companyId))
    .orderBy(...newestFirst)
  return rows.map(lineOf)
}

/** A letter, or null. With a company, only one of its own. */
export const findLetter = async (db: Database, id: string, companyId?: string): Promise<Letter | null> => {
  const own = companyId === undefined ? undefined : eq(letters.companyId, companyId)
  const [row] = await db
    .select()
    .from(letters)
    .where(and(eq(letters.id, id), own))
  return row ?? null
}

/** A wording as it was saved; null texts return to the standard wording. */
export type SavedWording = {
  readonly id: string
  readonly kind: string
  readonly wording: Wording | null
  readonly savedAt: Date
  readonly savedByName: string
}

const savedWordings = (db: Database) =>
  db
    .select({
      id: letterTexts.id,
      kind: letterTexts.kind,
      subject: letterTexts.subject,
      body: letterTexts.body,
      savedAt: letterTexts.savedAt,
      savedByName: users.name
    })
    .from(letterTexts)
    .innerJoin(users, eq(users.id, letterTexts.savedBy))

type SavedRow = Awaited<ReturnType<typeof savedWordings>>[number]

const savedOf = ({ subject, body, ...row }: SavedRow): SavedWording => ({
  ...row,
  wording: subject === null || body === null ? null : { subject, body }
})

const newestText = [desc(letterTexts.savedAt), desc(letterTexts.id)]

/** What was saved for a kind of letter, newest first: the first counts. */
export const wordingsOf = async (db: Database, kind: LetterKind): Promise<readonly SavedWording[]> => {
  const rows = await savedWordings(db)
    .where(eq(letterTexts.kind, kind))
    .orderBy(...newestText)
  return rows.map(savedOf)
}

/** The wording that counts for a kind, or null while nobody has saved one. */
export const latestWording = async (db: Database, kind: LetterKind): Promise<SavedWording | null> => {
  const [row] = await savedWordings(db)
    .where(eq(letterTexts.kind, kind))
    .orderBy(...newestText)
    .limit(1)
  return row === undefined ? null : savedOf(row)
}

export const insertWording = async (
  tx: Database,
  saved: {
    readonly id: string
    readonly kind: LetterKind
    readonly wording: Wording | null
    readonly savedAt: Date
    readonly savedBy: string
  }
): Promise<void> => {
  const { wording, ...row } = saved
  await tx.insert(letterTexts).values({ ...row, subject: wording?.subject ?? null, body: wording?.body ?? null })
}
