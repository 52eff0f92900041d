import type { Context } from '../platform/context.ts'
import type { Authentication } from './authentication.ts'
import { sealedSecrets } from './factor-store.ts'

/** How many second factors only the previous session secret opens, and how many no secret that is known. */
export type FactorSeals = { readonly previous: number; readonly unreadable: number }

/** Looks at every second factor: with none of the previous secret left, that is needed no more. */
export const readFactorSeals = async (
  { db }: Pick<Context, 'db'>,
  { keys }: Pick<Authentication, 'keys'>
): Promise<FactorSeals> => {
  const sealed = await sealedSecrets(db)
  return {
    previous: sealed.filter(({ secret, userId }) => keys.reseal(secret, userId) !== null).length,
    unreadable: sealed.filter(({ secret, userId }) => keys.unseal(secret, userId) === null).length
  }
}
