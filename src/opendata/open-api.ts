import { paths } from '../paths.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { ColumnDescription, DatasetDescription, ValueType } from './column.ts'

const schemaTypes: Readonly<Record<ValueType, { readonly type: string; readonly format?: string }>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  url: { type: 'string', format: 'uri' }
}

const columnSchema = ({ name, type, meaning, example, unit, empty, pattern }: ColumnDescription) => ({
  ...schemaTypes[type],
  type: empty === undefined ? schemaTypes[type].type : [schemaTypes[type].type, 'null'],
  title: name,
  description: [
    meaning,
    ...(unit === undefined ? [] : [`単位は${unit}`]),
    ...(empty === undefined ? [] : [`nullは「${empty}」を表します`])
  ].join('。'),
  ...(pattern === undefined ? {} : { pattern }),
  examples: [example]
})

const recordName = (name: string): string => `${name}Record`

const recordSchema = ({ record, columns }: DatasetDescription) => ({
  type: 'object',
  description: record,
  properties: Object.fromEntries(columns.map((column) => [column.key, columnSchema(column)])),
  required: columns.map(({ key }) => key)
})

const tableSchema = ({ name, title, description }: DatasetDescription) => ({
  type: 'object',
  title,
  description,
  properties: {
    title: { type: 'string', description: 'データの名称' },
    publisher: { type: 'string', description: '公開している市' },
    licence: { $ref: '#/components/schemas/licence' },
    source: { type: 'string', format: 'uri', description: 'このデータのURL' },
    describedBy: { type: 'string', format: 'uri', description: '列の説明があるこの文書のURL' },
    updatedAt: { type: ['string', 'null'], format: 'date-time', description: 'データが最後に変わった日時（UTC）' },
    count: { type: 'integer', minimum: 0, description: 'レコードの数' },
    records: { type: 'array', items: { $ref: `#/components/schemas/${recordName(name)}` } }
  },
  required: ['title', 'publisher', 'licence', 'source', 'describedBy', 'updatedAt', 'count', 'records']
})

const headers = {
  ETag: {
    description: 'データの版。If-None-Matchで送ると、変わっていなければ304を返します',
    schema: { type: 'string' }
  },
  'Last-Modified': {
    description: 'データが最後に変わった日時。If-Modified-Sinceで送れます',
    schema: { type: 'string' }
  }
}

const others = {
  '304': { description: '前に受け取ったデータから変わっていません' },
  '429': {
    description: '短い時間に多くの要求がありました',
    headers: {
      'Retry-After': { description: '待つ秒数', schema: { type: 'integer' } }
    }
  }
}

const conditions = [
  { name: 'If-None-Match', in: 'header', description: '前に受け取ったETag', schema: { type: 'string' } },
  { name: 'If-Modified-Since', in: 'header', description: '前に受け取ったLast-Modified', schema: { type: 'string' } }
]

const operation = (
  { name, title, description }: DatasetDescription,
  format: 'csv' | 'json',
  content: Readonly<Record<string, unknown>>
) => ({
  get: {
    operationId: `${name}-${format}`,
    summary: `${title}（${format.toUpperCase()}）`,
    description,
    parameters: conditions,
    responses: { '200': { description: title, headers, content }, ...others }
  }
})

const pathsOf = (dataset: DatasetDescription) => [
  [
    paths.openDataFile(dataset.name, 'json'),
    operation(dataset, 'json', {
      'application/json': { schema: { $ref: `#/components/schemas/${dataset.name}` } }
    })
  ],
  [
    paths.openDataFile(dataset.name, 'csv'),
    operation(dataset, 'csv', {
      'text/csv': {
        schema: {
          type: 'string',
          description: `1行目は見出しです：${dataset.columns.map((column) => column.name).join(',')}`
        }
      }
    })
  ]
]

/**
 * The open data as an OpenAPI 3.1 document, made from the columns that the files are made from.
 * @param baseUrl without a trailing slash
 */
export const openApi = (datasets: readonly DatasetDescription[], scheme: Scheme, baseUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: `${scheme.city} ${scheme.name} オープンデータ`,
    summary: '認定企業の一覧と、認定の統計',
    description:
      '申し込みもキーもいりません。CSVとJSONの内容は同じです。列は末尾に加えることはあっても、変えることはありません。',
    version: '1.0.0',
    contact: { name: `${scheme.city} ${scheme.secretariat.section}`, email: scheme.secretariat.email },
    license: { name: scheme.openDataLicence.name, identifier: scheme.openDataLicence.identifier }
  },
  servers: [{ url: baseUrl }],
  externalDocs: { description: 'オープンデータのページ', url: `${baseUrl}${paths.openData}` },
  paths: Object.fromEntries(datasets.flatMap(pathsOf)),
  components: {
    schemas: {
      licence: {
        type: 'object',
        description: '利用のライセンス',
        properties: {
          name: { type: 'string' },
          identifier: { type: 'string', description: 'SPDXの識別子' },
          url: { type: 'string', format: 'uri' }
        },
        required: ['name', 'identifier', 'url']
      },
      ...Object.fromEntries(
        datasets.flatMap((dataset) => [
          [dataset.name, tableSchema(dataset)],
          [recordName(dataset.name), recordSchema(dataset)]
        ])
      )
    }
  }
})
