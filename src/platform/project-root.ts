import { existsSync } from 'node:fs'

const findRoot = (from: URL): URL => {
  if (existsSync(new URL('package.json', from))) return from
  const parent = new URL('..', from)
  if (parent.href === from.href) throw new Error('no package.json above the program: the installation is incomplete')
  return findRoot(parent)
}

/** The folder of package.json, with a trailing slash: the program runs from `src` in tests and from `dist/src` in service. */
export const projectRoot: URL = findRoot(new URL('./', import.meta.url))
