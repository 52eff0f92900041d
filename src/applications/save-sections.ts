import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { SectionData, SectionName } from './application.ts'
import { isEditable } from './application-status.ts'
import { lockApplicationAs } from './application-store.ts'
import type { SectionSave } from './save-section.ts'
import { sectionsOf, touchSection, updateSection } from './section-store.ts'
import { type Section, sayTheSame, sectionsVersion } from './sections.ts'

type NamedData = { readonly name: SectionName; readonly data: SectionData }
type Change = NamedData & { readonly stored: Section }

const changesOf = (stored: readonly Section[], sections: readonly NamedData[]): readonly Change[] =>
  sections.flatMap((section) => {
    const found = stored.find(({ name }) => name === section.name)
    if (found === undefined) throw new NotFoundError(`section ${section.name}`)
    return sayTheSame(found.data, section.data) ? [] : [{ ...section, stored: found }]
  })

const newest = (sections: readonly Section[]): Section | undefined =>
  sections.toSorted((one, other) => other.savedAt.getTime() - one.savedAt.getTime())[0]

const write = async (
  tx: Database,
  applicationId: string,
  changes: readonly Change[],
  save: { readonly at: Date; readonly by: string }
): Promise<void> => {
  for (const { name, data, stored } of changes) {
    const saved = await updateSection(tx, applicationId, { name, data }, { version: stored.version, ...save })
    if (!saved) throw new Error(`section ${name} of ${applicationId} changed while the application was locked`)
  }
}

/**
 * Saves several sections of a company's own application together, or none of them, while it may be edited. `version` is
 * the `sectionsVersion` that the form was made from: since the form holds all of them, a colleague's save of any one would
 * be undone by it, and is a conflict. Saving what is stored already succeeds, as in `saveSection`.
 * @returns with success the new `sectionsVersion`; with a conflict the section that was saved last
 * @throws NotFoundError when the application is not the company's, or has no such section
 */
export const saveSections = (
  context: Context,
  input: {
    readonly applicationId: string
    readonly actor: Actor & { readonly id: string }
    readonly version: number
    readonly sections: readonly NamedData[]
  }
): Promise<SectionSave> =>
  context.db.transaction(async (tx): Promise<SectionSave> => {
    const { id, status } = await lockApplicationAs(tx, input.actor.id, input.applicationId)
    if (!isEditable(status)) return { ok: false, reason: 'status', status }
    const stored = await sectionsOf(tx, id)
    const changes = changesOf(stored, input.sections)
    const [version, last] = [sectionsVersion(stored), newest(stored)]
    if (last === undefined) throw new NotFoundError(`sections of ${id}`)
    const at = context.clock.now()
    if (changes.length === 0) {
      await touchSection(tx, id, last.name, at)
      return { ok: true, version, savedAt: at }
    }
    if (version !== input.version) return { ok: false, reason: 'conflict', stored: last }
    await write(tx, id, changes, { at, by: input.actor.id })
    return { ok: true, version: version + changes.length, savedAt: at }
  })
