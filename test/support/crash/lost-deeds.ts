import { sql } from 'drizzle-orm'
import type { Database } from '../../../src/platform/database.ts'
import type { CompanyStory } from './company.ts'
import type { Load } from './load.ts'

type Kept = Readonly<Record<string, unknown>>

const keptOf = async (db: Database, { applicationId }: CompanyStory): Promise<Kept> => {
  const { rows } = await db.execute(sql`
    select a.status, c.name, u.email,
      (select jsonb_object_agg(item.key, item.value->>'text') from application_sections s,
        jsonb_each(s.data->'evidence') item
        where s.application_id = a.id and s.section like 'category-%' and item.value ? 'text') as texts,
      (select jsonb_agg(jsonb_build_object('name', f.file_name, 'sha256', f.sha256) order by f.file_name)
        from attachments f where f.application_id = a.id and f.removed_at is null) as files,
      (select count(*)::int from mails m where m.subject_id = a.id and m.kind = 'receipt') as receipts,
      (select count(*)::int from mails m where m.subject_id = a.id and m.kind like 'application-%') as letters
    from applications a join companies c on c.id = a.company_id
    join company_members w on w.company_id = c.id join users u on u.id = w.user_id where a.id = ${applicationId}`)
  return rows.length === 1 ? (rows[0] ?? {}) : { found: rows.length }
}

const expectedOf = (story: CompanyStory, load: Load): Kept => {
  const outcome = load.outcomes.get(story.applicationId)
  return {
    status: story.withdrawn ? 'withdrawn' : outcome,
    name: story.name,
    email: story.email,
    texts: story.texts,
    files: story.files,
    receipts: 1,
    letters: story.withdrawn ? 0 : 1
  }
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)])
  )
}

/** The companies of whose acknowledged deeds something is missing, or there twice, with what is there instead. */
export const lostDeeds = async (db: Database, load: Load): Promise<readonly string[]> => {
  const lost: string[] = []
  for (const story of load.stories) {
    const [kept, expected] = [await keptOf(db, story), expectedOf(story, load)].map((one) =>
      JSON.stringify(sorted(one))
    )
    if (kept !== expected) lost.push(`${kept} in place of ${expected}`)
  }
  const { rows } = await db.execute(sql`select count(*)::int as held from meetings where closed_at is not null`)
  if (rows[0]?.held !== load.meetings()) lost.push(`${rows[0]?.held} meetings in place of ${load.meetings()}`)
  return lost
}
