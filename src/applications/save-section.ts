import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { SectionData, SectionName } from './application.ts'
import { type ApplicationStatus, isEditable } from './application-status.ts'
import { lockApplicationAs } from './application-store.ts'
import { findSection, touchSection, updateSection } from './section-store.ts'
import { type Section, sayTheSame } from './sections.ts'

export type SectionSave =
  | { readonly ok: true; readonly version: number; readonly savedAt: Date }
  | { readonly ok: false; readonly reason: 'status'; readonly status: ApplicationStatus }
  /** Somebody saved the section since `version`; `stored` is what, who and when. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly stored: Section }

/**
 * Saves one section of a company's own application while it may be edited. Saving what is stored already succeeds
 * whatever version it was made from: a form sent twice is no conflict with itself, and keeps the draft for its time.
 * @throws NotFoundError when the application is not the company's, or has no such section
 */
export const saveSection = (
  context: Context,
  input: {
    readonly applicationId: string
    readonly actor: Actor & { readonly id: string }
    readonly name: SectionName
    readonly version: number
    readonly data: SectionData
  }
): Promise<SectionSave> =>
  context.db.transaction(async (tx): Promise<SectionSave> => {
    const application = await lockApplicationAs(tx, input.actor.id, input.applicationId)
    if (!isEditable(application.status)) return { ok: false, reason: 'status', status: application.status }
    const stored = await findSection(tx, application.id, input.name)
    if (stored === null) throw new NotFoundError(`section ${input.name}`)
    const at = context.clock.now()
    if (sayTheSame(stored.data, input.data)) {
      await touchSection(tx, application.id, input.name, at)
      return { ok: true, version: stored.version, savedAt: at }
    }
    const save = { version: input.version, at, by: input.actor.id }
    const saved = await updateSection(tx, application.id, input, save)
    if (!saved) return { ok: false, reason: 'conflict', stored }
    return { ok: true, version: input.version + 1, savedAt: save.at }
  })
