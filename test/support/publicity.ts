import { eq } from 'drizzle-orm'
import type { Context } from '../../src/platform/context.ts'
import { publicitySettings, publicityStatements } from '../../src/publicity/table.ts'

/** A company's person, as the tests' cases give one. */
type CompanyPerson = { readonly companyId: string; readonly userId: string }

/** What a company lets be shown from now on, past the pages. */
export const letShow = async (
  { db, clock }: Context,
  { companyId, userId }: CompanyPerson,
  shown: readonly string[],
  jobsUrl = ''
): Promise<void> => {
  const row = { companyId, shown: [...shown], jobsUrl, updatedAt: clock.now(), updatedBy: userId }
  const [before] = await db.select().from(publicitySettings).where(eq(publicitySettings.companyId, companyId))
  const version = (before?.version ?? 0) + 1
  await db
    .insert(publicitySettings)
    .values({ ...row, version })
    .onConflictDoUpdate({ target: publicitySettings.companyId, set: { ...row, version } })
}

/** A company's own words, sent and, unless told otherwise, approved, past the pages. */
export const say = async (
  { db, clock, ids }: Context,
  { companyId, userId }: CompanyPerson,
  parts: Partial<typeof publicityStatements.$inferInsert>
): Promise<void> => {
  const approved = { outcome: 'approved', decidedAt: clock.now(), decidedBy: userId } as const
  await db.insert(publicityStatements).values({
    id: ids(),
    companyId,
    words: '',
    photoDescription: '',
    sentAt: clock.now(),
    sentBy: userId,
    ...approved,
    ...parts
  })
}
