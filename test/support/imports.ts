import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** A source file with what it imports: other files of the project by path, packages by name. */
export type SourceFile = {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
  /** What of that is there at run time: without imports of types alone. */
  readonly loads: readonly string[]
}

const specifiers =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

const resolve = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : specifier

const ofTypes = /^\s*(?:import|export)\s+(?:type\s|\{\s*(?:type\s[^,}]*,?\s*)+\}\s*from)/

/** Reads the imports of a file's text; type-only imports count, because they bind readers too. */
export const parseSource = (path: string, text: string): SourceFile => {
  const found = [...text.matchAll(specifiers)].map(([whole, statement, call]) => ({
    target: resolve(path, statement ?? call ?? ''),
    loaded: !ofTypes.test(whole)
  }))
  return {
    path,
    text,
    imports: found.map(({ target }) => target),
    loads: found.filter(({ loaded }) => loaded).map(({ target }) => target)
  }
}

/** Every TypeScript file below some folders of the project, by path from its root. */
export const readSources = (folders: readonly string[]): readonly SourceFile[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
      .map((path) => parseSource(path, readFileSync(path, 'utf8')))
  )
