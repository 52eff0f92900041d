import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { nextNumber } from '../platform/counters.ts'
import type { LetterKind } from './letter-kind.ts'
import { insertWording, latestWording } from './letter-store.ts'
import type { Wording } from './wording.ts'

/** Why a wording was not saved: a colleague saved one meanwhile, or the standard stands already. */
export type WordingRefusal = 'changed' | 'standard'

/**
 * Saves the city's wording of a letter, or returns to the standard (`wording` null): letters are written so from now on,
 * sent ones stay as they are. The rows themselves are the history. Refused when somebody saved after `basis`, the id of
 * the saved wording that the page showed, empty for none.
 */
export const saveWording = (
  context: Context,
  input: {
    readonly kind: LetterKind
    readonly wording: Wording | null
    readonly basis: string
    readonly by: Actor & { readonly id: string }
  }
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: WordingRefusal }> =>
  context.db.transaction(async (tx) => {
    const { kind, wording, basis, by } = input
    // There may be no row yet that two people could wait for; the counter's is made when it is missing.
    await nextNumber(tx, `letter-text-${kind}`)
    const latest = await latestWording(tx, kind)
    if ((latest?.id ?? '') !== basis) return { ok: false, reason: 'changed' }
    if (wording === null && (latest?.wording ?? null) === null) return { ok: false, reason: 'standard' }
    await insertWording(tx, { id: context.ids(), kind, wording, savedAt: context.clock.now(), savedBy: by.id })
    return { ok: true }
  })
