import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { grantRole } from '../../src/accounts/grant-role.ts'
import { systemActor } from '../../src/platform/audit.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Context } from '../../src/platform/context.ts'
import { openEmbedded } from '../../src/platform/database.ts'
import { uuidV7 } from '../../src/platform/ids.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { renewableCase } from '../support/renewable.ts'
import { servePortal } from '../support/served-portal.ts'

/** Measures the directory with a thousand companies on the embedded database: `npm run build`, then this file. */

const companies = 1000
const requests = 15

const names = ['みどり', 'あさひ', '髙﨑', 'ひかり', '武蔵野', 'わかば', '黒目川', 'けやき']
const industries = ['D', 'E', 'G', 'I', 'M', 'P']
const sheets = [
  {
    '1-1': { text: '社長が働き方の方針を伝えています。' },
    '2-3': { measures: ['no_overtime_day'] },
    '7-2': { text: '清掃に参加しています。' }
  },
  {
    '5-1': { measures: ['paternity_leave', 'side_jobs'] },
    '5-2': { text: '全員がテレワークを利用できます。' },
    '1-2': {},
    '3-3': {},
    '3-2': {}
  },
  {
    '6-1': { measures: ['qualifications'] },
    '6-3': { text: '人間ドックの費用を補助しています。' },
    '7-1': {},
    '2-2': {},
    '2-4': {}
  }
]

const fill = async (folder: string): Promise<void> => {
  const connection = await openEmbedded(folder)
  await migrate(connection)
  const context: Context = {
    db: connection.db,
    clock: systemClock,
    ids: () => uuidV7(),
    jobs: { send: async () => undefined },
    scheme: asaka,
    baseUrl: '',
    signer: null,
    offersCredentials: false,
    backups: null,
    scanner: null
  }
  // The demo leaves a portal alone that has an official.
  await grantRole(context, { email: 'bench@city.example.jp', name: '計測', role: 'secretariat', actor: systemActor })
  for (let index = 0; index < companies; index++) {
    const evidence = sheets[index % sheets.length] ?? {}
    const day = String(1 + (index % 28)).padStart(2, '0')
    await renewableCase(context, {
      startsOn: `${new Date().getFullYear() - 1}-${String(1 + (index % 12)).padStart(2, '0')}-${day}`,
      profile: {
        name: `株式会社${names[index % names.length]}${index}`,
        nameKana: `カブシキガイシャ${String.fromCodePoint(0x30a2 + (index % 80))}`,
        industry: industries[index % industries.length] ?? 'E',
        employees: 1 + ((index * 7) % 400)
      },
      marks: Object.fromEntries(Object.keys(evidence).map((code) => [code, 'checked' as const])),
      evidence
    })
  }
  await connection.close()
}

const timed = async (url: string): Promise<number> => {
  const begun = performance.now()
  const response = await fetch(url)
  await response.text()
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`)
  return performance.now() - begun
}

const measure = async (name: string, url: string): Promise<void> => {
  const times: number[] = []
  for (let request = 0; request < requests; request++) times.push(await timed(url))
  const median = times.toSorted((one, other) => one - other)[Math.floor(requests / 2)] ?? 0
  process.stdout.write(`${name}: ${Math.round(median)} ms\n`)
}

const folder = await mkdtemp(join(tmpdir(), 'wlgb-directory-'))
await fill(folder)
const portal = await servePortal({ DATA_DIR: folder })
process.stdout.write(
  `first request, ${companies} entries made: ${Math.round(await timed(`${portal.url}/companies`))} ms\n`
)
await measure('the list', `${portal.url}/companies`)
await measure('two characters', `${portal.url}/companies?q=${encodeURIComponent('残業')}`)
await measure('one character', `${portal.url}/companies?q=${encodeURIComponent('髙')}`)
await measure(
  'words and filters',
  `${portal.url}/companies?q=${encodeURIComponent('育休 在宅')}&industry=G&measure=telework&sort=kana`
)
await measure('nothing found', `${portal.url}/companies?q=${encodeURIComponent('見つからない言葉')}`)
await measure('a company', `${portal.url}/companies/500`)
await measure('the sitemap', `${portal.url}/sitemap.xml`)
await portal.stop()
await rm(folder, { recursive: true, force: true })
