import type { Context } from '../platform/context.ts'
import type { CredentialKey } from './credential-key.ts'
import { keepKey } from './key-store.ts'

/** Keeps the public half of the key that signs from now on: what it signed can be checked after it is replaced. */
export const recordCredentialKey = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { kid, publicKey }: CredentialKey
): Promise<void> => keepKey(db, { kid, publicKey, firstUsedAt: clock.now() })
