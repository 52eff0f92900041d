import { z } from 'zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0)

const tableSchema = z.object({
  name: z.string().min(1),
  columns: z.array(z.object({ name: z.string().min(1), type: z.string().min(1) })),
  rows: count,
  /** Of the table's rows as text, in the order of its key: equal tables have equal digests in either database. */
  sha256: digest
})

const manifestSchema = z.object({
  /** The form of the archive itself; raised when an older portal could not read a newer archive. */
  format: z.literal(1),
  product: z.literal('work-life-good-balance'),
  portalVersion: z.string(),
  madeAt: z.iso.datetime(),
  /** The migrations that the database had seen, oldest first. */
  migrations: z.array(z.object({ tag: z.string(), hash: digest })),
  tables: z.array(tableSchema),
  files: z.object({ count, bytes: count })
})

/** What a backup says about itself. */
export type BackupManifest = z.infer<typeof manifestSchema>

export type TableInBackup = BackupManifest['tables'][number]

export const manifestEntry = 'manifest.json'
export const tableEntry = (table: string): string => `tables/${table}.jsonl`
export const fileEntry = (sha256: string): string => `files/${sha256}`

/** The SHA-256 that an entry's name promises for its content; null for what is no stored file. */
export const promisedHash = (entry: string): string | null => entry.match(/^files\/([0-9a-f]{64})$/)?.[1] ?? null

/** Reads a manifest; null when the text is none that this portal understands. */
export const parseManifest = (text: string): BackupManifest | null => {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
