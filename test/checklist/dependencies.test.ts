import { readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

const importsIn = (folder: string) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  return files.flatMap((file) => {
    const path = resolve(folder, file)
    const imports = readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)
    return [...imports].map(([, target = '']) => ({ file, target, path: resolve(dirname(path), target) }))
  })
}

// The browser loads the compiled modules as they are: whatever they import must come with them.
it.each([
  ['checklist', ['checklist']],
  ['scoring', ['checklist', 'scoring']]
])('%s imports relative files of %j and nothing else', (folder, allowed) => {
  const imports = importsIn(resolve(source, folder))
  const strays = imports.filter(
    ({ target, path }) =>
      !(target.startsWith('.') && allowed.some((name) => path.startsWith(`${resolve(source, name)}/`)))
  )
  expect(imports.length).toBeGreaterThan(10)
  expect(strays).toEqual([])
})
