import { desc, eq } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { GuideSlug } from './guide.ts'
import { guideRevisions } from './table.ts'

/** A guide's text as it was saved; a null body returned to the standard text. */
export type GuideRevision = {
  readonly id: string
  readonly slug: string
  readonly body: string | null
  readonly savedAt: Date
  readonly savedByName: string
}

const revisions = (db: Database) =>
  db
    .select({
      id: guideRevisions.id,
      slug: guideRevisions.slug,
      body: guideRevisions.body,
      savedAt: guideRevisions.savedAt,
      savedByName: users.name
    })
    .from(guideRevisions)
    .innerJoin(users, eq(users.id, guideRevisions.savedBy))

// Several may be saved within a millisecond; their ids grow in the order in which they were made.
const newestFirst = [desc(guideRevisions.savedAt), desc(guideRevisions.id)]

/** What was saved for a guide, newest first: the first counts. */
export const revisionsOf = (db: Database, slug: GuideSlug): Promise<readonly GuideRevision[]> =>
  revisions(db)
    .where(eq(guideRevisions.slug, slug))
    .orderBy(...newestFirst)

/** The text that counts for a guide, or null while nobody has saved one. */
export const latestRevision = async (db: Database, slug: GuideSlug): Promise<GuideRevision | null> => {
  const [row] = await revisions(db)
    .where(eq(guideRevisions.slug, slug))
    .orderBy(...newestFirst)
    .limit(1)
  return row ?? null
}

export const insertRevision = async (
  tx: Database,
  revision: {
    readonly id: string
    readonly slug: GuideSlug
    readonly body: string | null
    readonly savedAt: Date
    readonly savedBy: string
  }
): Promise<void> => {
  await tx.insert(guideRevisions).values(revision)
}
