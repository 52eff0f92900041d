import type { SourceFile } from './imports.ts'

/** The slices from left to right: a right one may know a left one. Composition comes last and is known by nobody. */
export const sliceOrder: readonly string[] = [
  'checklist',
  'scoring',
  'scheme',
  'platform',
  'documents',
  'pictures',
  'inspection',
  'scanning',
  'accounts',
  'companies',
  'letters',
  'applications',
  'screening',
  'committee',
  'certificates',
  'decisions',
  'credentials',
  'renewals',
  'reports',
  'guides',
  'selfcheck',
  'publicity',
  'directory',
  'opendata',
  'upkeep',
  'privacy',
  'administration',
  'home',
  'backups',
  'jobs'
]

/** The files directly in src: they put the slices together, except the URLs and the frame that every route uses. */
const compositionRoots = new Set([
  'src/access.ts',
  'src/app.ts',
  'src/backup.ts',
  'src/command.ts',
  'src/reset-factor.ts',
  'src/restore.ts',
  'src/secrets.ts',
  'src/server.ts',
  'src/service.ts',
  'src/slices.ts',
  'src/stop-on-signal.ts'
])

const verbs =
  /^(add|begin|book|cancel|change|choose|close|conclude|decide|end|find|forward|give|grant|invite|issue|join|leave|list|make|note|open|put|read|record|register|remind|remove|request|resend|reset|resubmit|return|revoke|save|schedule|send|settle|submit|take|withdraw|invitation|announce|pull|hold|accept|sign|approve|show|refresh|carry|share|bake|check|inspect|recognise|scan|keep|load|restore|seal|write|erase|delete|retry)\b/

/** Folders all of whose files are pure. */
const pureFolders = ['src/checklist', 'src/scoring', 'src/scheme']

/** What a file of a slice is, told by its name. */
export type Kind = 'routes' | 'table' | 'store' | 'form' | 'use case' | 'pure'

const within = (target: string, folders: readonly string[]): boolean =>
  folders.some((folder) => target.startsWith(`${folder}/`))

const sliceOf = (path: string): string | null => path.match(/^src\/([a-z]+)\//)?.[1] ?? null
const baseName = (path: string): string =>
  path
    .split('/')
    .at(-1)
    ?.replace(/\.tsx?$/, '') ?? ''

export const kindOf = (path: string): Kind => {
  if (within(path, pureFolders)) return 'pure'
  const name = baseName(path)
  if (/(^|-)routes$/.test(name)) return 'routes'
  if (name === 'table') return 'table'
  if (name.endsWith('-store')) return 'store'
  if (name.endsWith('-form')) return 'form'
  return verbs.test(name) ? 'use case' : 'pure'
}

export type Violation = string

const say = (file: SourceFile, target: string, why: string): Violation => `${file.path} imports ${target}: ${why}`

const checkOrder = (file: SourceFile, target: string): Violation[] => {
  const [from, to] = [sliceOf(file.path), sliceOf(target)]
  if (from === null || to === null || from === to) return []
  const [left, right] = [sliceOrder.indexOf(to), sliceOrder.indexOf(from)]
  if (left === -1 || right === -1)
    return [say(file, target, `the slice ${left === -1 ? to : from} has no place in the order`)]
  return left > right ? [say(file, target, `${from} stands left of ${to}`)] : []
}

const checkRoutesAreLast = (file: SourceFile, target: string): Violation[] =>
  within(target, ['src']) &&
  kindOf(target) === 'routes' &&
  file.path !== 'src/slices.ts' &&
  !file.path.startsWith('test/')
    ? [say(file, target, 'nothing but slices.ts imports routes')]
    : []

const checkBrowserCode = (file: SourceFile, target: string): Violation[] =>
  within(file.path, ['src/checklist', 'src/scoring']) && !within(target, ['src/checklist', 'src/scoring'])
    ? [say(file, target, 'browsers load these modules as they are: no dependency at all')]
    : []

const outsidePure = /^(node:|fastify|@fastify\/|drizzle-orm|pg|pg-boss|@electric-sql\/|nodemailer)/

const checkPure = (file: SourceFile, target: string): Violation[] => {
  if (!within(file.path, pureFolders)) return []
  if (outsidePure.test(target) || target === 'src/config.ts') return [say(file, target, 'a pure file knows no world')]
  const slice = sliceOf(target)
  return slice !== null && (slice === 'platform' || kindOf(target) !== 'pure')
    ? [say(file, target, 'a pure file imports pure files only')]
    : []
}

const checkStores = (file: SourceFile, target: string): Violation[] => {
  const [from, to] = [sliceOf(file.path), sliceOf(target)]
  if (kindOf(file.path) !== 'store' || from === null || to === null || from === to || to === 'platform') return []
  return kindOf(target) === 'use case' || kindOf(target) === 'form'
    ? [say(file, target, 'a store knows tables and types, not what is done with them')]
    : []
}

const checkTables = (file: SourceFile, target: string): Violation[] =>
  kindOf(file.path) === 'table' && sliceOf(target) !== null && !['table', 'pure'].includes(kindOf(target))
    ? [say(file, target, 'a table knows other tables and types')]
    : []

const viewMay = /^(preact|preact-render-to-string|temporal-polyfill)(\/|$)/

const checkViews = (file: SourceFile, target: string): Violation[] => {
  if (!file.path.startsWith('views/')) return []
  if (target.startsWith('views/') || viewMay.test(target) || target === 'src/paths.ts') return []
  const slice = sliceOf(target)
  if (slice !== null && slice !== 'platform' && kindOf(target) === 'pure') return []
  return [say(file, target, 'views import components, formatting, URLs and pure code')]
}

const checkRoots = (file: SourceFile, target: string): Violation[] =>
  file.path.startsWith('src/') && compositionRoots.has(target) && !compositionRoots.has(file.path)
    ? [say(file, target, 'only entry points and tests know how the portal is put together')]
    : []

/** Names that a file binds from another slice's tables. */
const foreignTables = (file: SourceFile): readonly string[] =>
  [...file.text.matchAll(/import\s+(?!type)\{([^}]*)\}\s+from\s+'\.\.\/(?!platform)[a-z]+\/table\.ts'/g)].flatMap(
    ([, names]) =>
      (names ?? '').split(',').map(
        (name) =>
          name
            .trim()
            .split(/\s+as\s+/)
            .at(-1) ?? ''
      )
  )

const checkWrites = (file: SourceFile): Violation[] =>
  foreignTables(file)
    .filter((table) => new RegExp(`\\.(insert|update|delete)\\(\\s*${table}\\b`).test(file.text))
    .map((table) => `${file.path} writes ${table}: only the slice that owns a table writes it`)

/** Every breach of the house rules in one file. */
export const violationsOf = (file: SourceFile): readonly Violation[] => [
  ...file.imports.flatMap((target) => [
    ...checkOrder(file, target),
    ...checkRoutesAreLast(file, target),
    ...checkBrowserCode(file, target),
    ...checkPure(file, target),
    ...checkStores(file, target),
    ...checkTables(file, target),
    ...checkViews(file, target),
    ...checkRoots(file, target)
  ]),
  ...checkWrites(file)
]

/** The shortest circle of imports that a file is part of, or null. */
export const circleFrom = (start: string, files: ReadonlyMap<string, SourceFile>): readonly string[] | null => {
  const queue: (readonly string[])[] = [[start]]
  const seen = new Set<string>()
  for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
    for (const target of files.get(way.at(-1) ?? '')?.imports ?? []) {
      if (target === start) return [...way, start]
      if (seen.has(target) || !files.has(target)) continue
      seen.add(target)
      queue.push([...way, target])
    }
  }
  return null
}
