import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { projectRoot } from './project-root.ts'

const require = createRequire(import.meta.url)
const pathOf = (folder: string): string => fileURLToPath(new URL(folder, projectRoot))

const ownAssets = pathOf('views/assets')
const compiled = pathOf('dist')
const tokens = dirname(require.resolve('@digital-go-jp/design-tokens/dist/tokens.css'))
const fonts = dirname(require.resolve('@fontsource-variable/noto-sans-jp'))

/** The compiled modules that browsers may load: the scripts of the pages and the pure code they share with the server. */
const browserFolders = ['src/checklist', 'src/scoring', 'views/browser']

const filesBelow = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch {
    return []
  }
}

const contentVersion = (): string => {
  const hash = createHash('sha256')
  for (const folder of [ownAssets, tokens, ...browserFolders.map((name) => join(compiled, name))])
    for (const file of filesBelow(folder)) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

/** Changes with the content, so that browsers may keep every asset for ever. */
const version = contentVersion()

/** Where every asset's URL begins; the only routes that need no declared access. */
export const assetPrefix = '/assets/'

/** The URL of an asset, for example `base.css`, `tokens.css`, `fonts/index.css` or `modules/views/browser/autosave.js`. */
export const assetUrl = (path: string): string => `${assetPrefix}${version}/${path}`

/** Serves stylesheets, fonts and the modules for the browser. */
export const serveAssets = async (app: FastifyInstance): Promise<void> => {
  const folders: [string, string | string[]][] = [
    ['', [ownAssets, tokens]],
    ['fonts/', fonts],
    ...browserFolders.map((name): [string, string] => [`modules/${name}/`, join(compiled, name)])
  ]
  for (const [name, root] of folders)
    await app.register(fastifyStatic, {
      root,
      prefix: assetUrl(name),
      decorateReply: false,
      index: false,
      immutable: true,
      maxAge: '365d',
      globIgnore: ['**/*.map']
    })
}
