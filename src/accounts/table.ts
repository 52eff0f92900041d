import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
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
  updatedAt: instant('updated_at').notNull(),
  /** Kept by a trigger on the sessions, whatever makes one; null before the first sign-in. */
  lastSignedInAt: instant('last_signed_in_at'),
  /** When name and address were erased; the row stays, because the history names it. */
  erasedAt: instant('erased_at')
})

/**
 * Who is signed in where. Of the token in the cookie only a keyed hash is kept, so that nobody can use what a copy of the
 * database holds. When a session ends follows from its instants by src/accounts/session-limits.ts.
 */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    method: text('method', { enum: ['code', 'city', 'gbiz', 'demo'] }).notNull(),
    /** The kind of browser in plain words. */
    browser: text('browser').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Written every few minutes at most. */
    lastSeenAt: instant('last_seen_at').notNull(),
    /** When the second factor was given; null where none was asked for, or not yet. */
    factorAt: instant('factor_at')
  },
  (table) => [
    index('sessions_by_user').on(table.userId),
    check('sessions_method', sql`${table.method} in ('code', 'city', 'gbiz', 'demo')`)
  ]
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
 * Sign-ins under way at an outside provider. Kept are keyed hashes only: who reads the table can neither answer for the
 * provider nor stand in for the browser.
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

/** Codes that were mailed, each good only in the browser that asked for it. Both secrets are kept as keyed hashes. */
export const signInCodes = pgTable(
  'sign_in_codes',
  {
    tokenHash: text('token_hash').primaryKey(),
    email: text('email').notNull(),
    codeHash: text('code_hash').notNull(),
    tries: integer('tries').notNull(),
    expiresAt: instant('expires_at').notNull()
  },
  (table) => [index('sign_in_codes_by_end').on(table.expiresAt)]
)

/** What is counted to be limited: the key is a keyed hash of an address, so that none is kept. */
export const attempts = pgTable(
  'attempts',
  {
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    count: integer('count').notNull(),
    startedAt: instant('started_at').notNull()
  },
  (table) => [primaryKey({ columns: [table.kind, table.key] }), index('attempts_by_start').on(table.startedAt)]
)

/** Second factors in force: a shared secret (RFC 6238), sealed, with the last step of time that was used. */
export const secondFactors = pgTable('second_factors', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  secret: text('secret').notNull(),
  usedStep: integer('used_step').notNull(),
  since: instant('since').notNull(),
  /** Salts the hashes of the recovery codes. */
  recoverySalt: text('recovery_salt').notNull()
})

/** A secret that is shown to one session and not yet confirmed with a code of it. */
export const factorEnrolments = pgTable('factor_enrolments', {
  sessionId: uuid('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  secret: text('secret').notNull(),
  begunAt: instant('begun_at').notNull()
})

/** Ways in without the device, each good once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => secondFactors.userId, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at')
  },
  (table) => [primaryKey({ columns: [table.userId, table.codeHash] })]
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
