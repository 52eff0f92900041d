import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** A source file with what it imports: other files of the project by path, packages by name. */
export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

const specifiers =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

const resolve = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : specifier

/** Reads the imports of a file's text; type-only imports count, because they bind readers too. */
export const parseSource = (path: string, text: string): SourceFile => ({
  path,
  text,
  imports: [...text.matchAll(specifiers)].map(([, statement, call]) => resolve(path, statement ?? call ?? ''))
})

/** Every TypeScript file below some folders of the project, by path from its root. */
export const readSources = (folders: readonly string[]): readonly SourceFile[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
      .map((path) => parseSource(path, readFileSync(path, 'utf8')))
  )
