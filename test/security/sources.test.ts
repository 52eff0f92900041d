import { expect, it } from 'vitest'
import { readSources } from '../support/imports.ts'

const sources = readSources(['src', 'views'])

/** The files that hold a pattern, in order. */
const holding = (pattern: RegExp): readonly string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort()

/** What stands in no source, or in those alone that are named, by the number of the requirement that forbids it. */
const kept: readonly (readonly [id: string, what: string, pattern: RegExp, where: readonly string[]])[] = [
  [
    '1.2.4',
    'queries put together from text, but by the names of tables',
    /\bsql\.raw\(/,
    ['src/backups/snapshot-store.ts']
  ],
  ['1.2.5', 'commands of the operating system', /\bchild_process\b|\bexecSync\b|\bspawn\(/, []],
  [
    '1.2.9',
    'expressions made at run time, but from numbers',
    /\bRegExp\(/,
    ['src/checklist/mark-code.ts', 'src/documents/pdf-update.ts']
  ],
  ['1.3.2', 'code made at run time', /\beval\(|\bnew Function\b|\bFunction\(|node:vm/, []],
  [
    '3.2.2',
    'text taken for markup, but for the escaped data for search engines',
    /\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|createContextualFragment/,
    ['views/structured-data.tsx']
  ],
  ['3.5.5', 'messages between windows', /\bpostMessage\b|onmessage|addEventListener\('message'/, []],
  [
    '11.4.1',
    'weak hashes, but inside the HMAC of authenticator apps',
    /\b(md5|sha-?1)\b/i,
    ['src/accounts/one-time-code.ts']
  ],
  ['11.5.1', 'chance that can be guessed', /Math\.random/, []],
  ['12.3.2', 'certificates that are not checked', /rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity/, []],
  [
    '14.3.3',
    'storage of the browser, but for what could not be saved',
    /\b(local|session)Storage\b|indexedDB/,
    ['views/browser/autosave.ts']
  ]
]

it.each(kept)('V%s: no source holds %s', (_id, _what, pattern, where) => {
  expect(holding(pattern)).toEqual(where)
})

it('V13.2.4: connections to others begin in these files alone', () => {
  const packages = /^(node:(net|tls|https?|http2|dgram|dns)|pg|nodemailer|openid-client|@opentelemetry\/exporter-.*)$/
  const connecting = sources.filter(({ loads }) => loads.some((target) => packages.test(target)))
  const fetching = sources.filter(({ path, text }) => path.startsWith('src/') && /[^.\w]fetch\(/.test(text))
  expect([...connecting, ...fetching].map(({ path }) => path).sort()).toEqual([
    'src/accounts/open-identity-provider.ts',
    'src/accounts/provider-connection.ts',
    'src/platform/clamd.ts',
    'src/platform/database.ts',
    'src/platform/mailer.ts',
    'src/platform/tracing.ts'
  ])
})
