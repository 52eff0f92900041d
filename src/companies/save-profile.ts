import { lockAccount } from '../accounts/account-store.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { isUniqueViolation } from '../platform/unique-violation.ts'
import {
  findCompanyOf,
  findProfile,
  insertCompany,
  insertMember,
  isLegalEntityNumberTaken,
  lockCompany,
  updateProfile,
  type VersionedProfile
} from './company-store.ts'
import { changedFields, type Profile } from './profile.ts'

type Input = {
  readonly actor: Actor & { readonly id: string }
  readonly profile: Profile
  /** The version that the form was made from; 0 when there was no company yet. */
  readonly version: number
}

export type SaveProfileResult =
  | { readonly ok: true; readonly companyId: string; readonly created: boolean }
  | { readonly ok: false; readonly reason: 'number-taken' }
  /** Somebody saved in between: what is stored now, to be laid beside what was sent. */
  | { readonly ok: false; readonly reason: 'changed'; readonly stored: VersionedProfile }

const numberTaken = { ok: false, reason: 'number-taken' } as const

const recordSave = (tx: Database, context: Context, actor: Actor, companyId: string, fields: readonly string[]) =>
  recordEvent(tx, context, { actor, subjectId: companyId, kind: 'profile-saved', details: { fields } })

const createCompany = async (tx: Database, context: Context, { actor, profile }: Input): Promise<SaveProfileResult> => {
  const { legalEntityNumber } = profile
  if (legalEntityNumber !== null && (await isLegalEntityNumberTaken(tx, legalEntityNumber, null))) return numberTaken
  const id = context.ids()
  const at = context.clock.now()
  await insertCompany(tx, { ...profile, id, at, by: actor.id })
  await insertMember(tx, id, actor.id, at)
  await recordSave(tx, context, actor, id, Object.keys(profile))
  return { ok: true, companyId: id, created: true }
}

const changeCompany = async (
  tx: Database,
  context: Context,
  companyId: string,
  { actor, profile, version }: Input
): Promise<SaveProfileResult> => {
  await lockCompany(tx, companyId)
  const stored = await findProfile(tx, companyId)
  if (stored === null) throw new Error(`the company ${companyId} of a member does not exist`)
  const fields = changedFields(stored.profile, profile)
  // What is stored already needs no save: a form that was sent twice is no conflict with itself.
  if (fields.length === 0) return { ok: true, companyId, created: false }
  if (stored.version !== version) return { ok: false, reason: 'changed', stored }
  const { legalEntityNumber } = profile
  if (legalEntityNumber !== null && (await isLegalEntityNumberTaken(tx, legalEntityNumber, companyId)))
    return numberTaken
  await updateProfile(tx, companyId, profile, { version, at: context.clock.now(), by: actor.id })
  await recordSave(tx, context, actor, companyId, fields)
  return { ok: true, companyId, created: false }
}

/**
 * Saves what a company says of itself. The first save of a person without a company makes the company and the person its
 * first member; the history keeps the names of the changed fields only, because the texts are the company's own.
 */
export const saveProfile = async (context: Context, input: Input): Promise<SaveProfileResult> => {
  try {
    return await context.db.transaction(async (tx) => {
      await lockAccount(tx, input.actor.id)
      const company = await findCompanyOf(tx, input.actor.id)
      return company === null ? createCompany(tx, context, input) : changeCompany(tx, context, company.id, input)
    })
  } catch (error) {
    if (isUniqueViolation(error, 'companies_legal_entity_number')) return numberTaken
    throw error
  }
}
