import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { circleFrom, sliceOrder, violationsOf } from './support/architecture-rules.ts'
import { parseSource, readSources } from './support/imports.ts'

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

describe('files', () => {
  const isData = (path: string): boolean => /\/editions\/|scheme\/averages|fixtures\/cases\//.test(path)

  it('stay under 250 lines, data aside', () => {
    const long = sources.filter(({ path, text }) => !isData(path) && text.split('\n').length > 251)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('have names that say something', () => {
    const vague = /(^|[/-])(utils?|helpers?|common|misc|managers?|services|shared)([/.-]|$)/
    expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([])
  })

  it('never set raw HTML', () => {
    expect(sources.filter(({ text }) => text.includes('dangerouslySetInnerHTML')).map(({ path }) => path)).toEqual([])
  })
})

it('reads the environment in one place only', () => {
  const readers = sources.filter(({ text }) => text.includes('process.env')).map(({ path }) => path)
  expect(readers).toEqual(['src/server.ts'])
})

it('keeps the top level to what the design names', () => {
  const allowed =
    /^(src|migrations|views|fixtures|test|dist|node_modules|package\.json|package-lock\.json|tsconfig[a-z.]*\.json|drizzle\.config\.ts|vitest\.config\.ts|biome\.json|knip\.json|README\.md|\..*)$/
  expect(readdirSync('.').filter((name) => !allowed.test(name))).toEqual([])
})

it('pins every dependency in a lock file that names no host', () => {
  const lock = readFileSync('package-lock.json', 'utf8')
  expect(lock).not.toMatch(/"resolved": "https?:/)
  expect(lock).toContain('"integrity"')
})
