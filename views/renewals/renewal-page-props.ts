import type { DeclarationAnswers, RenewalStatement } from '../../src/applications/application.ts'
import type { CorrectionRequest } from '../../src/applications/correction-request.ts'
import type { Edition, FieldProblem } from '../../src/checklist/index.ts'
import type { Profile } from '../../src/companies/profile.ts'
import type { Deadline } from '../../src/renewals/deadline-words.ts'
import type { RenewalItem } from '../../src/renewals/renewal-item.ts'
import type { Conflict } from '../applications/conflict-notice.tsx'
import type { ForecastWords } from '../browser/forecast-words.ts'
import type { ShownFinding } from '../browser/shown-finding.ts'
import type { Step } from '../components/step-navigation.tsx'
import type { PageFrame } from '../layout.tsx'

/** Everything that the page of a renewal shows. */
export type RenewalPageProps = {
  readonly frame: PageFrame
  readonly applicationId: string
  readonly edition: Edition
  readonly version: number
  readonly savedText: string
  readonly deadline: Deadline | null
  /** False where the last certification was on a paper that was never entered. */
  readonly hasLastSheet: boolean
  readonly profile: Profile
  /** Names of the entries that differ from the last certification; null where that is unknown. */
  readonly profileChanges: readonly string[] | null
  readonly declarations: DeclarationAnswers
  /** Whether they are the ones of the last certification. */
  readonly declarationsStand: boolean
  readonly organisation: RenewalStatement
  readonly categories: readonly {
    readonly number: number
    readonly title: string
    readonly items: readonly RenewalItem[]
  }[]
  /** Null for a sheet that is not judged by categories. */
  readonly forecast: ForecastWords | null
  readonly steps: readonly Step[]
  readonly findings: Readonly<Record<string, ShownFinding | null>>
  /** What the secretariat asks, by item. */
  readonly questions: Readonly<Record<string, string>>
  readonly correction: CorrectionRequest | null
  readonly problems: readonly FieldProblem[]
  /** The form just posted: whether its entries were kept. Null where the page was merely opened. */
  readonly posted: { readonly kept: boolean } | null
  readonly conflict: Conflict | null
}
