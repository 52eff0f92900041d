import type { ShownField } from './shown-field.ts'
import { isSame, type StatementContent } from './statement.ts'

/** What takes effect as soon as the company says so. */
export type PublicitySettings = {
  /** The fields that it agreed to show, in the order of `shownFields`. */
  readonly shown: readonly ShownField[]
  /** Where its job offers are; empty where it has none. */
  readonly jobsUrl: string
}

/** Everything that a company decides about what is shown of it. */
export type Publicity = PublicitySettings & { readonly statement: StatementContent }

/** Where a company has said nothing yet. */
export const silentSettings: PublicitySettings = { shown: [], jobsUrl: '' }

/** Whether two companies' settings show the same. */
export const showsSame = (one: PublicitySettings, other: PublicitySettings): boolean =>
  one.jobsUrl === other.jobsUrl && one.shown.join() === other.shown.join()

/** The fields of the form in which what is stored differs from what was sent. */
export const changedParts = (stored: Publicity, sent: Publicity): readonly string[] => [
  ...(stored.shown.join() === sent.shown.join() ? [] : ['shown']),
  ...(stored.jobsUrl === sent.jobsUrl ? [] : ['jobsUrl']),
  ...(isSame(stored.statement, sent.statement)
    ? []
    : (['words', 'photo', 'photoDescription', 'logo'] as const).filter(
        (part) => stored.statement[part] !== sent.statement[part]
      ))
]
