import { eq } from 'drizzle-orm'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import type { Attachment } from '../../src/applications/application.ts'
import { insertAttachment } from '../../src/applications/attachment-store.ts'
import { certificationCounter, insertCertification } from '../../src/certificates/certification-store.ts'
import { certificationPeriod } from '../../src/certificates/period.ts'
import { certifications } from '../../src/certificates/table.ts'
import type { Context } from '../../src/platform/context.ts'
import { nextNumber } from '../../src/platform/counters.ts'
import { storeFile } from '../../src/platform/files.ts'
import { type Case, type CaseParts, submittedCase } from './cases.ts'
import { deciderOf, heardCase } from './heard.ts'
import { pdf } from './sample-files.ts'

/** A company that was certified past the pages, and may renew. */
export type Renewable = Case & {
  readonly certificationId: string
  readonly certificationNumber: number
  readonly userId: string
  readonly endsOn: string
}

export type RenewableParts = Omit<CaseParts, 'attachments' | 'status'> & {
  /** The first day of the period of three years. */
  readonly startsOn?: string
  /** Items that the secretariat did not accept. */
  readonly rejected?: readonly string[]
  /** Names of PDF files, by the item that they stand beside. */
  readonly files?: Readonly<Record<string, string>>
}

/** A period that ends on 2027-01-15: on the tests' calendar its window of renewal is open. */
const openPeriod = '2024-01-16'

const listed = async (context: Context, files: RenewableParts['files'] = {}): Promise<readonly Attachment[]> =>
  Promise.all(
    Object.entries(files).map(async ([itemCode, fileName]) => {
      const content = pdf(fileName)
      const sha256 = await storeFile(context.db, context, content)
      const file = { itemCode, fileName, mediaType: 'application/pdf', size: content.length, sha256 }
      return { id: context.ids(), ...file, addedAt: context.clock.now() }
    })
  )

/** A company whose certification begins on a day, applied for three months before, as the pages would have left it. */
export const renewableCase = async (present: Context, parts: RenewableParts = {}): Promise<Renewable> => {
  const { startsOn = openPeriod, rejected, files, ...rest } = parts
  const at = new Date(new Date(`${startsOn}T10:00:00+09:00`).getTime() - 90 * 86_400_000)
  const context = { ...present, clock: { now: () => at } }
  const attached = await listed(context, files)
  const attachments = attached.map((file) => ({ ...file, addedAt: file.addedAt.toISOString() }))
  const caseParts = { ...rest, attachments, status: 'certified' } as const
  const one =
    rejected === undefined
      ? await submittedCase(context, caseParts)
      : await heardCase(context, (await deciderOf(context)).id, { ...caseParts, rejected })
  const { companyId, applicationId } = one
  const userId = (await findAccountByEmail(context.db, one.email))?.id ?? ''
  const [certificationId, periodId, period] = [context.ids(), context.ids(), certificationPeriod(startsOn)]
  const certificationNumber = await context.db.transaction(async (tx) => {
    for (const file of attached) await insertAttachment(tx, { ...file, applicationId, addedBy: userId })
    const number = await nextNumber(tx, certificationCounter)
    const row = { id: certificationId, periodId, companyId, applicationId, number, period, renewalCount: 0, at }
    await insertCertification(tx, row)
    return number
  })
  return { ...one, certificationId, certificationNumber, userId, endsOn: period.endsOn }
}

/** Ends a certification before its period, past the pages. */
export const endFor = (
  { db }: Context,
  { certificationId, userId }: Renewable,
  endedHow: 'surrendered' | 'revoked',
  endedOn: string
) =>
  db
    .update(certifications)
    .set({ endedOn, endedHow, endedReason: '試験のため', endedBy: userId })
    .where(eq(certifications.id, certificationId))
