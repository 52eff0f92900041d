import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../platform/table.ts'

/**
 * The public keys with which credentials were ever signed: a credential outlives the key that signed it. Append-only.
 */
export const credentialKeys = pgTable('credential_keys', {
  /** The key's thumbprint (RFC 7638). */
  kid: text('kid').primaryKey(),
  /** The public key (RFC 7517). */
  publicKey: jsonb('public_key').$type<Readonly<Record<string, string>>>().notNull(),
  firstUsedAt: instant('first_used_at').notNull()
})
