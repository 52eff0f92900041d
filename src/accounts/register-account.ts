import type { Context } from '../platform/context.ts'
import { findOrInsertAccount } from './account-store.ts'

/** The account of an address, made when there is none; its owner signs in with a code like everybody. */
export const registerAccount = (
  context: Context,
  { email, name }: { readonly email: string; readonly name: string }
): Promise<string> =>
  context.db.transaction((tx) => findOrInsertAccount(tx, { id: context.ids(), name, email, at: context.clock.now() }))
