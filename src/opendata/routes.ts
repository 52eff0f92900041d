import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formatDateTime } from '../../views/format.ts'
import { OpenDataPage } from '../../views/opendata/open-data-page.tsx'
import { sendPublicPage } from '../accounts/send-public-page.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { sendTagged } from '../platform/tagged-answer.ts'
import { datasetData } from './dataset-data.ts'
import { openApi } from './open-api.ts'
import { datasets, readTables, type TableName, tableNames } from './read-tables.ts'
import { csvFile, jsonFile } from './table-file.ts'

/** How often one address may ask for data within a minute; told on the page. */
const perMinute = 60

const limited = {
  config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } }
} as const

const types = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json; charset=utf-8' } as const

type Format = keyof typeof types

/** HTTP dates know seconds only. */
const inSeconds = (instant: Date): number => Math.floor(instant.getTime() / 1000)

/** Whether the asker has what last changed then; a tag, where one is sent, decides alone (RFC 9110, 13.1.3). */
const isKnownSince = ({ headers }: FastifyRequest, changedAt: Date): boolean => {
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return headers['if-none-match'] === undefined && !Number.isNaN(since) && since / 1000 >= inSeconds(changedAt)
}

/** Pages of every site may read the data, and what is said of it. */
const openToAll = async (_request: FastifyRequest, reply: FastifyReply) => {
  reply
    .header('access-control-allow-origin', '*')
    .header(
      'access-control-expose-headers',
      'etag, last-modified, retry-after, x-ratelimit-limit, x-ratelimit-remaining'
    )
    .header('cross-origin-resource-policy', 'cross-origin')
}

/** What a browser asks before a page of another site may send conditions along. */
const preflight = async (_request: FastifyRequest, reply: FastifyReply) =>
  reply
    .code(204)
    .header('access-control-allow-methods', 'GET, HEAD, OPTIONS')
    .header('access-control-allow-headers', 'accept, if-none-match, if-modified-since')
    .header('access-control-max-age', '86400')
    .send()

/** The files: tables in both formats, and the document that describes them. */
const fileRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }): Promise<void> => {
  const { scheme, baseUrl } = context
  app.addHook('onRequest', openToAll)

  const sendTable = async (request: FastifyRequest, reply: FastifyReply, name: TableName, format: Format) => {
    const [table] = await readTables(context, [name])
    if (table === undefined) return reply.callNotFound()
    const { changedAt } = table
    if (changedAt !== null) {
      reply.header('last-modified', changedAt.toUTCString())
      if (isKnownSince(request, changedAt)) return reply.code(304).send()
    }
    if (format === 'csv') reply.header('content-disposition', `attachment; filename="${name}.csv"`)
    const text = format === 'csv' ? csvFile(table) : jsonFile(table, scheme, baseUrl)
    return sendTagged(request, reply, types[format], text)
  }

  for (const name of tableNames)
    for (const format of ['csv', 'json'] as const) {
      const path = paths.openDataFile(name, format)
      app.get(path, limited, async (request, reply) => sendTable(request, reply, name, format))
      app.options(path, limited, preflight)
    }

  app.get(paths.openApi, limited, async (request, reply) =>
    sendTagged(request, reply, types.json, JSON.stringify(openApi(datasets(context), scheme, baseUrl)))
  )
  app.options(paths.openApi, limited, preflight)
}

/** The open data: a page for people, files for machines. */
export const openDataRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { scheme, baseUrl } = context
  await app.register(fileRoutes, { context })

  app.get(paths.openData, async (request, reply) => {
    const tables = await readTables(context, tableNames)
    const frame = request.frame({
      title: 'オープンデータ',
      breadcrumb: [{ href: paths.home, label: 'トップページ' }],
      summary: {
        description: `${scheme.city}の認定企業の一覧、取組、統計を、CSVとJSONで公開しています。申し込みはいりません。`,
        path: paths.openData,
        structuredData: datasetData(tables, scheme, baseUrl)
      }
    })
    const page = OpenDataPage({
      frame,
      licence: scheme.openDataLicence,
      credit: `${scheme.city}「${scheme.name} 認定企業一覧」（${baseUrl}${paths.openData}）`,
      baseUrl,
      perMinute,
      tables: tables.map(({ dataset, records, changedAt }) => ({
        ...dataset,
        count: records.length,
        updated: changedAt === null ? null : formatDateTime(changedAt)
      }))
    })
    return sendPublicPage(request, reply, page)
  })
}
