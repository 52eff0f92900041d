import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import { applications } from '../applications/table.ts'
import { companies } from '../companies/table.ts'
import { instant, storedFiles } from '../platform/table.ts'

/** A company's certification: its number stays through all renewals. */
export const certifications = pgTable(
  'certifications',
  {
    id: uuid('id').primaryKey(),
    companyId: uuid('company_id')
      .notNull()
      .references(() => companies.id),
    /** 第N号, from a gapless sequence. */
    number: integer('number').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    /** Ended before its period: surrendered by the company or revoked by the city. */
    endedOn: date('ended_on'),
    endedHow: text('ended_how', { enum: ['surrendered', 'revoked'] }),
    endedReason: text('ended_reason'),
    endedBy: uuid('ended_by').references(() => users.id)
  },
  (table) => [
    // Not unique: a company whose certification ran out may be certified anew, under a new number.
    index('certifications_by_company').on(table.companyId),
    check('certifications_number', sql`${table.number} >= 1`),
    check(
      'certifications_ended_with_reason',
      sql`(${table.endedOn} is null and ${table.endedHow} is null and ${table.endedReason} is null and ${table.endedBy} is null) or (${table.endedOn} is not null and ${table.endedHow} in ('surrendered', 'revoked') and ${table.endedReason} is not null and ${table.endedBy} is not null)`
    )
  ]
)

/** One period of a certification, first and last day included. */
export const certificationPeriods = pgTable(
  'certification_periods',
  {
    id: uuid('id').primaryKey(),
    certificationId: uuid('certification_id')
      .notNull()
      .references(() => certifications.id),
    applicationId: uuid('application_id')
      .notNull()
      .unique()
      .references(() => applications.id),
    /** 0 for the initial certification, 1 for the first renewal, … */
    renewalCount: integer('renewal_count').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull()
  },
  (table) => [
    unique('certification_periods_count').on(table.certificationId, table.renewalCount),
    index('certification_periods_by_end').on(table.endsOn),
    check('certification_periods_order', sql`${table.endsOn} >= ${table.startsOn}`)
  ]
)

/** The certificate as issued: the same bytes at every download. */
export const certificates = pgTable('certificates', {
  id: uuid('id').primaryKey(),
  periodId: uuid('period_id')
    .notNull()
    .unique()
    .references(() => certificationPeriods.id),
  /** As printed, without hyphens: 12 characters. */
  verificationCode: text('verification_code').notNull().unique(),
  /** The name as printed. */
  companyName: text('company_name').notNull(),
  sha256: text('sha256')
    .notNull()
    .references(() => storedFiles.sha256),
  issuedOn: date('issued_on').notNull(),
  issuedAt: instant('issued_at').notNull(),
  /** Whose electronic signature the PDF carries, as the signing certificate names it; null where it carries none. */
  signer: text('signer')
})

/**
 * A certificate that the city signed outside the portal, handed out in place of the one that the portal made, whose bytes
 * stay. The latest counts. Append-only.
 */
export const signedCertificates = pgTable(
  'signed_certificates',
  {
    id: uuid('id').primaryKey(),
    certificateId: uuid('certificate_id')
      .notNull()
      .references(() => certificates.id),
    sha256: text('sha256')
      .notNull()
      .references(() => storedFiles.sha256),
    /** Whose signature it carries, as its signing certificate names it. */
    signer: text('signer').notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [index('signed_certificates_by_certificate').on(table.certificateId, table.id)]
)

/**
 * The way to a revocation (取消し): the company is told why and by when it may answer, answers or lets the day pass, and only
 * then the city decides. The notice and the answer are never changed.
 */
export const revocationProceedings = pgTable(
  'revocation_proceedings',
  {
    id: uuid('id').primaryKey(),
    certificationId: uuid('certification_id')
      .notNull()
      .references(() => certifications.id),
    /** Why the city means to revoke. */
    grounds: text('grounds').notNull(),
    /** The last day on which the company may answer. */
    answerBy: date('answer_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    openedBy: uuid('opened_by')
      .notNull()
      .references(() => users.id),
    answer: text('answer'),
    /** How the answer came: typed here by the company, or noted by the secretariat. */
    answerChannel: text('answer_channel', { enum: ['portal', 'phone', 'mail', 'online', 'visit', 'letter'] }),
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by').references(() => users.id),
    outcome: text('outcome', { enum: ['revoked', 'dismissed'] }),
    outcomeReason: text('outcome_reason'),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id)
  },
  (table) => [
    index('revocation_proceedings_by_certification').on(table.certificationId, table.id),
    uniqueIndex('revocation_proceedings_one_open').on(table.certificationId).where(sql`${table.outcome} is null`),
    check('revocation_proceedings_grounds', sql`length(${table.grounds}) > 0`),
    check(
      'revocation_proceedings_answer',
      sql`(${table.answer} is null and ${table.answerChannel} is null and ${table.answeredAt} is null and ${table.answeredBy} is null) or (length(${table.answer}) > 0 and ${table.answerChannel} in ('portal', 'phone', 'mail', 'online', 'visit', 'letter') and ${table.answeredAt} is not null and ${table.answeredBy} is not null)`
    ),
    check(
      'revocation_proceedings_outcome',
      sql`(${table.outcome} is null and ${table.outcomeReason} is null and ${table.decidedAt} is null and ${table.decidedBy} is null) or (${table.outcome} in ('revoked', 'dismissed') and length(${table.outcomeReason}) > 0 and ${table.decidedAt} is not null and ${table.decidedBy} is not null)`
    )
  ]
)
