import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { nextNumber } from '../platform/counters.ts'
import type { GuideSlug } from './guide.ts'
import { insertRevision, latestRevision } from './guide-store.ts'

/** Why a guide was not saved: a colleague saved one meanwhile, or the standard stands already. */
export type GuideRefusal = 'changed' | 'standard'

/**
 * Saves the city's text of a guide, or returns to the standard (`body` null). The rows themselves are the history.
 * Refused when somebody saved after `basis`, the id of the saved text that the page showed, empty for none.
 */
export const saveGuide = (
  context: Context,
  input: {
    readonly slug: GuideSlug
    /** Markdown that has passed `guideForm`. */
    readonly body: string | null
    readonly basis: string
    readonly by: Actor & { readonly id: string }
  }
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: GuideRefusal }> =>
  context.db.transaction(async (tx) => {
    const { slug, body, basis, by } = input
    // There may be no row yet that two people could wait for; the counter's is made when it is missing.
    await nextNumber(tx, `guide-${slug}`)
    const latest = await latestRevision(tx, slug)
    if ((latest?.id ?? '') !== basis) return { ok: false, reason: 'changed' }
    if (body === null && (latest?.body ?? null) === null) return { ok: false, reason: 'standard' }
    await insertRevision(tx, { id: context.ids(), slug, body, savedAt: context.clock.now(), savedBy: by.id })
    return { ok: true }
  })
