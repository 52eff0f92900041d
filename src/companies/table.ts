import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import { instant } from '../platform/table.ts'

/** A company as it describes itself now; what it said when it applied is kept with each submission. */
export const companies = pgTable(
  'companies',
  {
    id: uuid('id').primaryKey(),
    /** Counts the saves, so that the later of two writers is told. */
    version: integer('version').notNull(),
    name: text('name').notNull(),
    nameKana: text('name_kana').notNull(),
    /** 13 digits with check digit; null for sole proprietors, who have none. */
    legalEntityNumber: text('legal_entity_number'),
    postalCode: text('postal_code').notNull(),
    address: text('address').notNull(),
    /** Major division A–T of the Japan Standard Industrial Classification. */
    industry: text('industry').notNull(),
    employees: integer('employees').notNull(),
    representativeTitle: text('representative_title').notNull(),
    representativeName: text('representative_name').notNull(),
    contactName: text('contact_name').notNull(),
    contactEmail: text('contact_email').notNull(),
    contactPhone: text('contact_phone').notNull(),
    website: text('website').notNull(),
    business: text('business').notNull(),
    culture: text('culture').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => users.id),
    /** When its people and what it said of itself were erased; name and number stay, because decisions name them. */
    erasedAt: instant('erased_at')
  },
  (table) => [
    uniqueIndex('companies_legal_entity_number').on(table.legalEntityNumber),
    check('companies_legal_entity_number_format', sql`${table.legalEntityNumber} ~ '^[0-9]{13}$'`),
    check('companies_industry', sql`${table.industry} ~ '^[A-T]$'`),
    check('companies_employees', sql`${table.employees} >= 1`)
  ]
)

/** Who may act for a company. */
export const companyMembers = pgTable(
  'company_members',
  {
    companyId: uuid('company_id')
      .notNull()
      .references(() => companies.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    since: instant('since').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.companyId, table.userId] }),
    uniqueIndex('company_members_one_company').on(table.userId)
  ]
)

/** A colleague asked to join by address; taken up when that address signs in. */
export const companyInvitations = pgTable(
  'company_invitations',
  {
    id: uuid('id').primaryKey(),
    companyId: uuid('company_id')
      .notNull()
      .references(() => companies.id),
    email: text('email').notNull(),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => users.id),
    invitedAt: instant('invited_at').notNull(),
    acceptedAt: instant('accepted_at')
  },
  (table) => [
    uniqueIndex('company_invitations_one_open').on(table.companyId, table.email).where(sql`${table.acceptedAt} is null`)
  ]
)
