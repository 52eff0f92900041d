import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupPlan, Context } from '../platform/context.ts'
import { figuresOf, recordBackup } from './record-backup.ts'

const hour = 3_600_000
// Work that recurs is also done when a worker starts: a restart by day is no reason to drop the oldest backup.
const youngest = 20 * hour

/** wlgb-20260401T173000Z.zip, or .sealed: names of one kind that sort by time. */
const fileName = (at: Date, sealed: boolean): string =>
  `wlgb-${at.toISOString().replace(/[-:]|\.\d+/g, '')}.${sealed ? 'sealed' : 'zip'}`

const kept = /^wlgb-\d{8}T\d{6}Z\.(zip|sealed)$/
const unfinished = /^wlgb-\d{8}T\d{6}Z\.(zip|sealed)\.\d+\.partial$/

/** Removes all but the newest backups, and what a process left that was killed while it wrote. Gives their number. */
const removeOld = async ({ folder, keep }: BackupPlan, now: Date): Promise<number> => {
  const names = (await readdir(folder)).toSorted().reverse()
  const left: string[] = []
  for (const name of names.filter((name) => unfinished.test(name)))
    if (now.getTime() - (await stat(join(folder, name))).mtimeMs > 24 * hour) left.push(name)
  const old = [...names.filter((name) => kept.test(name)).slice(keep), ...left]
  for (const name of old) await rm(join(folder, name), { force: true })
  return old.length
}

type Keeper = Pick<Context, 'db' | 'clock' | 'ids'>

/** Makes a backup in the folder for backups and removes the oldest. Gives its path and its figures. */
export const keepBackup = async (context: Keeper, plan: BackupPlan) => {
  await mkdir(plan.folder, { recursive: true, mode: 0o700 })
  const path = join(plan.folder, fileName(context.clock.now(), plan.key !== null))
  const { key, oneConnection } = plan
  const made = await recordBackup({ db: context.db, clock: context.clock, ids: context.ids, key, oneConnection }, path)
  return { path, figures: { ...figuresOf(made), removed: await removeOld(plan, context.clock.now()) } }
}

/** Makes the backup of the night where a folder for them is set, unless there is a young one. */
export const keepNightlyBackup = async (context: Context): Promise<Readonly<Record<string, number>>> => {
  const plan = context.backups
  if (plan === null) return { made: 0 }
  const newest = (await readdir(plan.folder, { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile() && kept.test(entry.name))
    .map(({ name }) => name)
    .toSorted()
    .at(-1)
  const old = fileName(new Date(context.clock.now().getTime() - youngest), plan.key !== null)
  if (newest !== undefined && newest > old) return { made: 0 }
  return { made: 1, ...(await keepBackup(context, plan)).figures }
}
