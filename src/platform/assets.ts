import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { stylesheets } from '../../views/layout.tsx'
import { projectRoot } from './project-root.ts'

const require = createRequire(import.meta.url)
const pathOf = (folder: string): string => fileURLToPath(new URL(folder, projectRoot))

const ownAssets = pathOf('views/assets')
/** One file for each script of the pages, with everything in it that it imports; made by the build. */
const scripts = pathOf('dist/browser')
const tokens = require.resolve('@digital-go-jp/design-tokens/dist/tokens.css')

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
  for (const folder of [ownAssets, dirname(tokens), scripts])
    for (const file of filesBelow(folder)) hash.update(readFileSync(file))
  return hash.update(stylesheets.join()).digest('hex').slice(0, 12)
}

/** Changes with the content, so that browsers may keep every asset for ever. */
const version = contentVersion()

/** Where every asset's URL begins; the only routes that need no declared access. */
export const assetPrefix = '/assets/'

/** The URL of an asset, for example `styles.css`, `logo.svg` or `scripts/upload.js`. */
export const assetUrl = (path: string): string => `${assetPrefix}${version}/${path}`

/** The same for every visitor and for ever: packed for the way, which gives away nothing. */
const packed = { compress: { threshold: 1024 } }

/** The style sheets put together: one request in place of many. */
const joinedStyles = (): string =>
  [tokens, ...stylesheets.map((name) => join(ownAssets, name))].map((file) => readFileSync(file, 'utf8')).join('\n')

const forEver = 'public, max-age=31536000, immutable'

type Asked = { Params: { version: string; '*': string } }

/**
 * What is asked for under another version is answered with what there is, and kept by nobody: while one process after the
 * other is replaced, a page of one may ask the other for what it is made of.
 */
const keeping = ({ version: asked }: Asked['Params']): string => (asked === version ? forEver : 'no-store')

/** Serves the style sheet, the pictures and the scripts. Compression is registered before. */
export const serveAssets = async (app: FastifyInstance): Promise<void> => {
  const styles = joinedStyles()
  app.get<Asked>(`${assetPrefix}:version/styles.css`, packed, async ({ params }, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', keeping(params)).send(styles)
  )
  await app.register(fastifyStatic, { root: ownAssets, serve: false, index: false, cacheControl: false })
  const folders = [
    ['scripts/', scripts],
    ['', ownAssets]
  ] as const
  for (const [name, root] of folders)
    app.get<Asked>(`${assetPrefix}:version/${name}*`, packed, async ({ params }, reply) =>
      reply.header('cache-control', keeping(params)).sendFile(params['*'], root)
    )
}
