import { findProfile } from '../companies/company-store.ts'
import { membersOf } from '../companies/member-store.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { queueMail } from '../platform/outbox.ts'

/** The addresses of a company: its contact and everybody who may act for it, each once. */
const addressesOf = async (tx: Database, companyId: string): Promise<readonly string[]> => {
  const contact = await findProfile(tx, companyId)
  const members = await membersOf(tx, companyId)
  const addresses = [contact?.profile.contactEmail ?? '', ...members.map(({ email }) => email)]
  return [...new Set(addresses.map((address) => address.trim().toLowerCase()).filter(Boolean))]
}

/** Queues the letter on a decision to everybody at the company, as part of the caller's transaction. */
export const announceDecision = async (
  tx: Database,
  context: Context,
  letter: {
    readonly kind: 'application-certified' | 'application-refused'
    readonly applicationId: string
    readonly companyId: string
    readonly mail: { readonly subject: string; readonly text: string }
  }
): Promise<void> => {
  for (const to of await addressesOf(tx, letter.companyId))
    await queueMail(tx, context, { kind: letter.kind, to, subjectId: letter.applicationId, ...letter.mail })
}
