import type { Context } from '../platform/context.ts'
import { findAccountByEmail, insertAccount } from './account-store.ts'

/** The account of an address, made when there is none; its owner signs in with a code like everybody. */
export const registerAccount = (
  context: Context,
  { email, name }: { readonly email: string; readonly name: string }
): Promise<string> =>
  context.db.transaction(async (tx) => {
    const existing = await findAccountByEmail(tx, email)
    if (existing !== null) return existing.id
    const id = context.ids()
    await insertAccount(tx, { id, name, email, at: context.clock.now() })
    return id
  })
