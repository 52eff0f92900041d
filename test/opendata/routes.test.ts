import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editions } from '../../src/checklist/index.ts'
import { certifiedEntries } from '../../src/directory/read-entries.ts'
import { type ColumnDescription, recordsOf } from '../../src/opendata/column.ts'
import { companies } from '../../src/opendata/datasets.ts'
import { datasets, tableNames } from '../../src/opendata/read-tables.ts'
import { paths } from '../../src/paths.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'
import { letShow, say } from '../support/publicity.ts'
import { endFor, type Renewable, renewableCase } from '../support/renewable.ts'

let portal: TestApp
let soft: Renewable
/** What was answered before anybody was certified. */
let empty: { readonly file: string; readonly page: string }

beforeAll(async () => {
  portal = await openTestApp()
  const { context } = portal
  const visitor = portal.visitor()
  empty = {
    file: (await visitor.get(paths.openDataFile('companies', 'json'))).body,
    page: (await visitor.get(paths.openData)).body
  }
  soft = await renewableCase(context, {
    profile: {
      name: '=HYPERLINK("https://evil.example")商会',
      nameKana: 'ミノリソフト',
      industry: 'G',
      employees: 26,
      business: '一行目\n\n二行目　"引用", と'
    },
    marks: { '1-1': 'checked', '2-3': 'checked', '2-4': 'checked', '5-1': 'checked', '5-2': 'checked' },
    evidence: { '2-3': { measures: ['no_overtime_day'] }, '5-2': { text: '全員がテレワークを利用できます。' } }
  })
  const ended = await renewableCase(context, { profile: { name: '取消商会', industry: 'D' } })
  await endFor(context, ended, 'revoked', '2026-11-01')
})
beforeEach(() => portal.setNow(testNow))
afterAll(() => portal.close())

type Json = {
  readonly updatedAt: string
  readonly count: number
  readonly licence: unknown
  readonly records: readonly Readonly<Record<string, unknown>>[]
}

const url = paths.openDataFile
const jsonOf = async (name: string): Promise<Json> => {
  const parsed: Json = JSON.parse((await portal.visitor().get(url(name, 'json'))).body)
  return parsed
}
const files = tableNames.flatMap((name) => [url(name, 'csv'), url(name, 'json')])

/** Reads CSV as RFC 4180 has it. */
const readCsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

/** A value of the JSON as the CSV has to have it. */
const cellOf = ({ type }: ColumnDescription, value: unknown): string => {
  if (value === null) return ''
  if (type === 'boolean') return value === true ? '1' : '0'
  return String(value).replace(/^=/, "'=")
}

describe('the table of companies', () => {
  it('tells of those certified today, and nothing that they do not show', async () => {
    const { count, records, licence } = await jsonOf('companies')
    expect([count, licence]).toEqual([1, asaka.openDataLicence])
    expect(records[0]).toMatchObject({
      localGovernmentCode: '112275',
      name: '=HYPERLINK("https://evil.example")商会',
      industryCode: 'G',
      industry: '情報通信業',
      size: null,
      address: null,
      business: null,
      words: null,
      passedCategory1: true,
      passedCategory2: true,
      passedCategory7: false
    })
  })

  it('tells what a company lets be shown at once, without arranging spaces, and its change moves the update time', async () => {
    const before = await jsonOf('companies')
    portal.setNow('2026-11-22T12:00:00+09:00')
    await letShow(portal.context, soft, ['business', 'size', 'jobs'], 'https://example.jp/jobs')
    await say(portal.context, soft, { words: '見学を\n歓迎します。' })
    const { records, updatedAt } = await jsonOf('companies')
    expect(records[0]).toMatchObject({
      size: '21〜50人',
      business: '一行目 二行目 "引用", と',
      jobsUrl: 'https://example.jp/jobs',
      words: '見学を 歓迎します。',
      address: null
    })
    expect(updatedAt > before.updatedAt).toBe(true)
    expect(updatedAt).toBe('2026-11-22T03:00:00.000Z')
  })

  it('says nothing of categories where a company was judged by another sheet', async () => {
    const { scheme, baseUrl } = portal.context
    const dataset = companies(scheme, editions['asaka-2023'], baseUrl)
    const entries = await certifiedEntries(portal.context, { on: '2026-11-21' })
    const [record = []] = recordsOf(
      dataset,
      entries.map((entry) => ({ ...entry, categories: entry.categories.slice(0, 6) }))
    )
    const passed = record.filter((_, index) => dataset.columns[index]?.key.startsWith('passedCategory'))
    expect(passed).toEqual(Array.from({ length: 7 }, () => null))
  })

  it('leaves out who is certified no more, as of the day after the last', async () => {
    portal.setNow('2035-01-01T09:00:00+09:00')
    const { count, updatedAt } = await jsonOf('companies')
    expect(count).toBe(0)
    expect(updatedAt > '2026-11-22T03:00:00.000Z').toBe(true)
  })
})

describe('the table of practices', () => {
  it('has one row for each thing that a company does, with its code', async () => {
    const { records } = await jsonOf('practices')
    expect(records.map(({ practiceCode, practice }) => [practiceCode, practice])).toContainEqual([
      'telework',
      'テレワーク'
    ])
    expect(records.every(({ number }) => typeof number === 'number')).toBe(true)
  })
})

describe('the statistics', () => {
  it('count by fiscal year, by industry with those without any, and by category, beside the targets', async () => {
    const { records } = await jsonOf('statistics')
    const figure = (parts: Readonly<Record<string, unknown>>) =>
      records.filter((record) => Object.entries(parts).every(([key, value]) => record[key] === value))
    expect(figure({ statisticCode: 'target' }).map(({ fiscalYear, companies }) => [fiscalYear, companies])).toEqual(
      asaka.indicator.targets.map(({ fiscalYear, target }) => [fiscalYear, target])
    )
    expect(figure({ statisticCode: 'certified', fiscalYear: 2026 })).toMatchObject([
      { companies: 1, countedOn: '2026-11-21' }
    ])
    expect(figure({ statisticCode: 'certified_by_industry' })).toHaveLength(20)
    expect(figure({ statisticCode: 'certified_by_industry', classCode: 'G' })).toMatchObject([{ companies: 1 }])
    expect(figure({ statisticCode: 'certified_by_industry', classCode: 'D' })).toMatchObject([{ companies: 0 }])
    expect(figure({ statisticCode: 'passed_by_category' }).map(({ companies }) => companies)).toEqual([
      1, 1, 0, 0, 1, 0, 0
    ])
    const begun = figure({ statisticCode: 'newly_certified' })
    expect(begun.reduce((sum, { companies }) => sum + Number(companies), 0)).toBe(2)
  })
})

describe.each(datasets({ scheme: asaka, baseUrl: 'https://wlgb.example.jp' }))(
  'the file of $name',
  ({ name, columns }) => {
    it('is the same table in CSV and JSON, fit for machines', async () => {
      const { body, headers, bytes } = await portal.visitor().get(url(name, 'csv'))
      expect(String(headers['content-type'])).toContain('text/csv; charset=utf-8')
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const [head, ...rows] = readCsv(body.replace('\u{FEFF}', ''))
      expect(head).toEqual(columns.map((column) => column.name))
      const { records } = await jsonOf(name)
      expect(rows).toEqual(records.map((record) => columns.map((column) => cellOf(column, record[column.key] ?? null))))
      for (const cell of rows.flat()) expect(cell).not.toMatch(/[\r\n]|^\s|\s$/)
      const cellsOf = (type: string) =>
        rows.flatMap((row) => row.filter((cell, index) => columns[index]?.type === type && cell !== ''))
      for (const cell of cellsOf('integer')) expect(cell).toMatch(/^\d+$/)
      for (const cell of cellsOf('date')) expect(cell).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    })

    it('describes every column once', () => {
      for (const part of ['name', 'key'] as const)
        expect(new Set(columns.map((column) => column[part])).size).toBe(columns.length)
      for (const { meaning, pattern, example } of columns) {
        expect(meaning.length).toBeGreaterThan(2)
        if (pattern !== undefined) expect(String(example)).toMatch(new RegExp(pattern))
      }
    })
  }
)

it('keeps a spreadsheet from running a name', async () => {
  const { body } = await portal.visitor().get(url('companies', 'csv'))
  expect(body).toContain(`"'=HYPERLINK(""https://evil.example"")商会"`)
})

describe('the OpenAPI document', () => {
  it('describes every file, and what is answered is as it says', async () => {
    const answer = await portal.visitor().get(paths.openApi)
    const document = JSON.parse(answer.body)
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).toSorted()).toEqual([...files].toSorted())
    expect(document.info.license).toEqual({ name: asaka.openDataLicence.name, identifier: 'CC-BY-4.0' })
    const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
    addFormats.default(ajv)
    ajv.addKeyword('components')
    ajv.addSchema({ $id: 'https://test.example/openapi', components: document.components }, undefined, true, false)
    for (const name of tableNames) {
      const { schema } = document.paths[url(name, 'json')].get.responses['200'].content['application/json']
      const validate = ajv.compile({ $ref: `https://test.example/openapi${schema.$ref}` })
      validate(await jsonOf(name))
      expect(validate.errors ?? []).toEqual([])
    }
  })
})

describe.each([...files, paths.openApi])('%s', (path) => {
  it('may be read by pages of every site, and says what may be sent along', async () => {
    const { status, headers } = await portal.visitor().get(path, { origin: 'https://other.example' })
    expect(status).toBe(200)
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
    const asked = await portal
      .visitor()
      .send({ method: 'OPTIONS', url: path, headers: { origin: 'https://other.example' } })
    expect([asked.status, asked.body]).toEqual([204, ''])
    expect(asked.headers['access-control-allow-headers']).toContain('if-none-match')
  })

  it('is not sent again to who has it, and answers HEAD without a body', async () => {
    const first = await portal.visitor().get(path)
    const tagged = await portal.visitor().get(path, { 'if-none-match': String(first.headers.etag) })
    expect([tagged.status, tagged.body, tagged.headers['access-control-allow-origin']]).toEqual([304, '', '*'])
    const head = await portal.visitor().send({ method: 'HEAD', url: path })
    expect([head.status, head.body, head.headers.etag]).toEqual([200, '', first.headers.etag])
  })
})

describe.each(files)('%s by its date', (path) => {
  it('is sent again only when something changed since', async () => {
    const { headers } = await portal.visitor().get(path)
    const since = String(headers['last-modified'])
    expect(since).toMatch(/ GMT$/)
    const ask = async (conditions: Readonly<Record<string, string>>) =>
      (await portal.visitor().get(path, conditions)).status
    expect(await ask({ 'if-modified-since': since })).toBe(304)
    expect(await ask({ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' })).toBe(200)
    expect(await ask({ 'if-modified-since': 'nonsense' })).toBe(200)
    expect(await ask({ 'if-modified-since': since, 'if-none-match': '"other"' })).toBe(200)
  })
})

it('asks those who ask too often to wait, in a way that other sites’ pages can read', async () => {
  const visitor = portal.visitor()
  const answers = []
  for (let count = 0; count < 61; count += 1) answers.push(await visitor.get(paths.openApi))
  expect(answers.map(({ status }) => status).indexOf(429)).toBe(60)
  const last = answers.at(-1)
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
  expect(last?.headers['access-control-allow-origin']).toBe('*')
})

describe('the page', () => {
  it('describes every column, the terms, the update and the way for programs', async () => {
    const { status, body } = await portal.visitor().get(paths.openData)
    expect(status).toBe(200)
    for (const { title, columns } of datasets(portal.context)) {
      expect(body).toContain(title)
      for (const { name, key } of columns) {
        expect(body).toContain(`>${name}</th>`)
        expect(body).toContain(`<code>${key}</code>`)
      }
    }
    for (const path of [...files, paths.openApi]) expect(body).toContain(path)
    for (const words of ['CC BY 4.0', '最終更新 令和8年11月', '1分間に60回', '出典の書き方'])
      expect(body).toContain(words)
    await expectValidHtml(body)
  })

  it('is in catalogues of data', async () => {
    const { body } = await portal.visitor().get(paths.openData)
    const found = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = '']) =>
      JSON.parse(json)
    )
    expect(found).toHaveLength(3)
    for (const data of found) {
      expect(data).toMatchObject({ '@type': 'Dataset', license: asaka.openDataLicence.url, isAccessibleForFree: true })
      expect(data.distribution).toHaveLength(2)
    }
  })

  it('is linked in the footer of every page', async () => {
    expect((await portal.visitor().get(paths.home)).body).toContain(`<a href="${paths.openData}">オープンデータ</a>`)
  })
})

it('answers also while nobody is certified', async () => {
  expect(JSON.parse(empty.file)).toMatchObject({ count: 0, updatedAt: null, records: [] })
  await expectValidHtml(empty.page)
})
