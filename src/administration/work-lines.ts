import type { WorkLine } from '../../views/administration/work-table.tsx'
import type { FinishedRun } from './status.ts'
import { figureName, workName } from './work-names.ts'

/** Runs as lines of a table, in the order given; their figures by name. */
export const workLines = (runs: readonly FinishedRun[]): readonly WorkLine[] =>
  runs.map(({ work, outcome, finishedAt, details }) => ({
    key: `${work}-${outcome}`,
    label: workName(work),
    done: outcome === 'done',
    finishedAt,
    figures: Object.entries(details)
      .filter(([, value]) => typeof value === 'number')
      .map(([name, value]) => `${figureName(name)} ${value}`)
      .join('、')
  }))
