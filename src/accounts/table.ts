import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/table.ts'
import { officialRoles } from './viewer.ts'

/** People who can sign in; columns as the sign-in library names them. */
export const users = pgTable('users', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull(),
  image: text('image'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull()
})

export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [index('sessions_by_user').on(table.userId)]
)

/**
 * Links to outside identity providers: `accountId` is the provider's subject. One link each way, so that an address that
 * the provider gives to somebody else does not lead into the account of the one before.
 */
export const identities = pgTable(
  'identities',
  {
    id: uuid('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    /** The 法人番号 that the provider vouches for; null where it gives none. */
    legalEntityNumber: text('legal_entity_number'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    index('identities_by_user').on(table.userId),
    uniqueIndex('identities_one_account').on(table.providerId, table.accountId),
    uniqueIndex('identities_one_subject').on(table.providerId, table.userId)
  ]
)

/**
 * Sign-ins under way at an outside provider. Kept are hashes (SHA-256, hexadecimal) only: who reads the table can neither
 * answer for the provider nor stand in for the browser.
 */
export const providerSignIns = pgTable(
  'provider_sign_ins',
  {
    stateHash: text('state_hash').primaryKey(),
    /** The secret in the cookie of the browser that began. */
    browserHash: text('browser_hash').notNull(),
    providerId: text('provider_id').notNull(),
    /** Where the person wanted to go; empty for the home of the role. */
    returnPath: text('return_path').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at')
  },
  (table) => [index('provider_sign_ins_by_end').on(table.expiresAt)]
)

/** Codes that were mailed, hashed, with their end. */
export const verifications = pgTable(
  'verifications',
  {
    id: uuid('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [index('verifications_by_identifier').on(table.identifier)]
)

/** Who holds a role of the city's, since when, by whom. Everybody else is a company's person. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', { enum: officialRoles }).notNull(),
    grantedAt: instant('granted_at').notNull(),
    grantedBy: uuid('granted_by').references(() => users.id),
    revokedAt: instant('revoked_at'),
    revokedBy: uuid('revoked_by').references(() => users.id)
  },
  (table) => [
    uniqueIndex('role_grants_one_standing').on(table.userId).where(sql`${table.revokedAt} is null`),
    check('role_grants_role', sql`${table.role} in ('secretariat', 'committee', 'administrator')`)
  ]
)
