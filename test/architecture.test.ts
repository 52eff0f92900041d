import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { circleFrom, sliceOrder, violationsOf } from './support/architecture-rules.ts'
import { parseSource, readSources } from './support/imports.ts'
import { asksForMore, wayToWorld, worldly } from './support/purity.ts'

const sources = readSources(['src', 'views', 'fixtures'])
const byPath = new Map(sources.map((file) => [file.path, file]))

describe('who may import whom', () => {
  it('is kept by every file', () => {
    expect(sources.flatMap(violationsOf)).toEqual([])
  })

  it('has no circle', () => {
    const circles = sources.map(({ path }) => circleFrom(path, byPath)).filter((circle) => circle !== null)
    expect(circles).toEqual([])
  })

  it('gives every folder of src a place in the order', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).filter((name) => !sliceOrder.includes(name))).toEqual([])
  })

  it.each([
    ['a right slice known on the left', 'src/companies/x.ts', "import { a } from '../applications/b.ts'"],
    ['routes imported by a slice', 'src/screening/x.ts', "import { a } from '../applications/routes.ts'"],
    ['a package in the scoring module', 'src/scoring/x.ts', "import { z } from 'zod'"],
    ['the platform knowing a slice', 'src/platform/x.ts', "import { a } from '../accounts/viewer.ts'"],
    ['a view reading a store', 'views/desk/x.tsx', "import { a } from '../../src/screening/case-store.ts'"],
    ['a view asking the database', 'views/desk/x.tsx', "import { sql } from 'drizzle-orm'"],
    ['a world in a pure file', 'src/scheme/x.ts', "import { readFileSync } from 'node:fs'"],
    [
      'a store calling a use case elsewhere',
      'src/screening/x-store.ts',
      "import { a } from '../companies/save-profile.ts'"
    ],
    ['a table knowing a store', 'src/screening/table.ts', "import { a } from './case-store.ts'"],
    ['a slice knowing the composition', 'src/accounts/x.ts', "import { buildApp } from '../app.ts'"],
    ['a slice without a place', 'src/unknown/x.ts', "import { a } from '../accounts/viewer.ts'"],
    ['a dynamic import to the right', 'src/companies/x.ts', "const a = await import('../decisions/decide.ts')"],
    [
      'a write to another slice’s table',
      'src/screening/x-store.ts',
      "import { applications } from '../applications/table.ts'\ntx.update(applications).set({})"
    ]
  ])('notices %s', (_what, path, text) => {
    expect(violationsOf(parseSource(path, text))).toHaveLength(1)
  })

  it('notices a circle', () => {
    const files = [parseSource('src/a/x.ts', "import './y.ts'"), parseSource('src/a/y.ts', "import './x.ts'")]
    expect(circleFrom('src/a/x.ts', new Map(files.map((file) => [file.path, file])))).toHaveLength(3)
  })
})

describe('pure files', () => {
  it('load nothing that reaches the world, however far away', () => {
    expect(sources.map(({ path }) => wayToWorld(path, byPath)).filter((way) => way !== null)).toEqual([])
  })

  it('have exceptions that are needed still', () => {
    const idle = Object.keys(worldly).filter((path) => {
      const file = byPath.get(path)
      if (file === undefined) return true
      const elsewhere = 'src/applications/renamed.ts'
      return wayToWorld(elsewhere, new Map([...byPath, [elsewhere, { ...file, path: elsewhere }]])) === null
    })
    expect(idle).toEqual([])
  })

  const planted = (text: string) => {
    const files = [
      parseSource('src/companies/rule.ts', text),
      parseSource('src/companies/between.ts', "export { far } from '../applications/far.ts'"),
      parseSource('src/applications/far.ts', "import { sql } from 'drizzle-orm'"),
      parseSource('src/platform/ids.ts', "import { randomBytes } from 'node:crypto'")
    ]
    return wayToWorld('src/companies/rule.ts', new Map(files.map((file) => [file.path, file])))
  }

  it.each([
    ['the database behind two files', "import { far } from './between.ts'", 4],
    ['the database behind a file that is passed on', "export * from '../applications/far.ts'", 3],
    ['chance behind the platform', "import { isUuid } from '../platform/ids.ts'", 3],
    ['a value beside a type', "import { type Far, far } from '../applications/far.ts'", 3],
    ['the world itself', "import { readFileSync } from 'node:fs'", 2],
    ['the configuration', "import { readConfig } from '../config.ts'", 2],
    ['an import when it is called', "const far = await import('../applications/far.ts')", 3],
    ['a server', "import fastify from 'fastify'", 2]
  ])('are caught with %s', (_what, text, length) => {
    expect(planted(text)).toHaveLength(length)
  })

  it.each([
    "import type { Far } from '../applications/far.ts'",
    "import { type Far, type Other } from '../applications/far.ts'",
    "export type { Far } from '../applications/far.ts'",
    "import { z } from 'zod'"
  ])('may still say %s', (text) => {
    expect(planted(text)).toBeNull()
  })
})

describe('pages', () => {
  it('are given what they show, and no way to ask for more', () => {
    expect(sources.filter(asksForMore).map(({ path }) => path)).toEqual([])
  })

  it.each([
    'type Props = { readonly find: (id: string) => Promise<Case> }',
    'export const Page = async () => null',
    'type Props = { readonly db: Database }'
  ])('are caught with %s', (text) => {
    expect(asksForMore(parseSource('views/desk/x.tsx', text))).toBe(true)
    expect(asksForMore(parseSource('views/browser/x.ts', text))).toBe(false)
  })
})

describe('files', () => {
  const isData = (path: string): boolean => /\/editions\/|scheme\/averages|fixtures\/cases\/|src\/access\.ts/.test(path)

  it('stay under 250 lines, data aside', () => {
    const long = sources.filter(({ path, text }) => !isData(path) && text.split('\n').length > 251)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('have names that say something', () => {
    const vague = /(^|[/-])(utils?|helpers?|common|misc|managers?|services|shared)([/.-]|$)/
    expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([])
  })

  it('never set raw HTML, but for the data of search engines in which no < is left', () => {
    const raw = sources.filter(({ text }) => text.includes('dangerouslySetInnerHTML')).map(({ path }) => path)
    expect(raw).toEqual(['views/structured-data.tsx'])
  })
})

it('reads the environment in one place only', () => {
  const readers = sources.filter(({ text }) => text.includes('process.env')).map(({ path }) => path)
  expect(readers).toEqual(['src/command.ts'])
})

it('keeps the top level to what the design names, and one document', () => {
  const allowed =
    /^(src|migrations|views|fixtures|test|docs|dist|node_modules|package\.json|package-lock\.json|tsconfig[a-z.]*\.json|drizzle\.config\.ts|vitest\.config\.ts|biome\.json|knip\.json|README\.md|\..*)$/
  expect(readdirSync('.').filter((name) => !allowed.test(name))).toEqual([])
  expect(readdirSync('docs')).toEqual(['security.md'])
})

it('pins every dependency in a lock file that names no host', () => {
  const lock = readFileSync('package-lock.json', 'utf8')
  expect(lock).not.toMatch(/"resolved": "https?:/)
  expect(lock).toContain('"integrity"')
})

it('runs on its dependencies alone, without those for development', () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/')
  const bare = sources
    .filter(({ path }) => /^(src|views)\//.test(path))
    .flatMap(({ path, loads }) => loads.map((name) => ({ path, name })))
    .filter(({ name }) => !/^(node:|src\/|views\/|fixtures\/)/.test(name) && !name.endsWith('.json'))
  expect(bare.length).toBeGreaterThan(100)
  expect(bare.filter(({ name }) => !(packageOf(name) in dependencies))).toEqual([])
})
