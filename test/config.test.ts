import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

const secret = 'x'.repeat(32)

const problemOf = (env: Readonly<Record<string, string>>): string => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    return error instanceof ConfigError ? error.message : String(error)
  }
}

describe('without a database and a mail server', () => {
  it('is the demo on the embedded database', () => {
    expect(readConfig({})).toMatchObject({
      demo: true,
      port: 3000,
      baseUrl: 'http://localhost:3000',
      dataFolder: '.data'
    })
  })

  it('moves with PORT', () => {
    expect(readConfig({ PORT: '8080' })).toMatchObject({ port: 8080, baseUrl: 'http://localhost:8080' })
  })

  it('takes an empty variable as absent', () => {
    expect(readConfig({ DATABASE_URL: '', SMTP_URL: '', BASE_URL: '', PORT: '' })).toEqual(readConfig({}))
  })
})

describe.each([{ DATABASE_URL: 'postgres://localhost/portal' }, { SMTP_URL: 'smtp://localhost:25' }])(
  'with %j',
  (given) => {
    it('is no demo, and refuses to start without its address and secret, naming both', () => {
      const problem = problemOf(given)
      expect(problem).toContain('BASE_URL')
      expect(problem).toContain('SESSION_SECRET')
    })

    it('refuses a secret of 31 characters', () => {
      expect(problemOf({ ...given, BASE_URL: 'https://wlgb.example.jp', SESSION_SECRET: 'x'.repeat(31) })).toContain(
        'SESSION_SECRET'
      )
    })

    it('refuses the secret that everybody can read in the source', () => {
      const demo = readConfig({}).sessionSecret
      expect(problemOf({ ...given, BASE_URL: 'https://wlgb.example.jp', SESSION_SECRET: demo })).toContain(
        'SESSION_SECRET'
      )
    })

    it('refuses to be reached over http, but on its own machine', () => {
      const at = (url: string) => problemOf({ ...given, BASE_URL: url, SESSION_SECRET: secret })
      for (const url of ['http://wlgb.example.jp', 'http://10.0.0.1:3000', 'http://localhost.example.jp'])
        expect(at(url)).toContain('BASE_URL')
      for (const url of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000']) expect(at(url)).toBe('')
    })

    it('starts with both', () => {
      const config = readConfig({ ...given, BASE_URL: 'https://wlgb.example.jp/', SESSION_SECRET: secret })
      expect(config).toMatchObject({ demo: false, baseUrl: 'https://wlgb.example.jp', sessionSecret: secret })
    })
  }
)

it('lets one source ask as often as it says, and at least once a second', () => {
  expect(readConfig({}).requestsPerMinute).toBe(1200)
  expect(readConfig({ REQUESTS_PER_MINUTE: '5000' }).requestsPerMinute).toBe(5000)
  for (const wrong of ['59', '0', 'many', '100.5'])
    expect(problemOf({ REQUESTS_PER_MINUTE: wrong })).toContain('REQUESTS_PER_MINUTE')
})

it('takes the file of the signature with its password, and no password without a file', () => {
  expect(readConfig({}).signing).toBeNull()
  expect(readConfig({ SIGNING_P12: 'city.p12' }).signing).toEqual({ path: 'city.p12', password: '' })
  const env = { SIGNING_P12: 'city.p12', SIGNING_P12_PASSWORD: 'secret' }
  expect(readConfig(env).signing).toEqual({ path: 'city.p12', password: 'secret' })
  expect(problemOf({ SIGNING_P12_PASSWORD: 'secret' })).toContain('SIGNING_P12')
})

const gbiz = {
  OIDC_GBIZ_ISSUER: 'https://gbiz-id.go.jp/oauth/',
  OIDC_GBIZ_CLIENT_ID: 'portal',
  OIDC_GBIZ_CLIENT_SECRET: 'secret'
}

it('sets up identity providers one by one, each with what it needs', () => {
  expect(readConfig({}).identityProviders).toEqual([])
  const [only, ...others] = readConfig({ ...gbiz, OIDC_GBIZ_TRUST_EMAIL: 'true' }).identityProviders
  expect(only).toMatchObject({ id: 'gbiz', scopes: 'openid email profile', trustsEmail: true, factorValues: [] })
  expect(others).toEqual([])
  const city = {
    OIDC_CITY_ISSUER: 'http://127.0.0.1:3131',
    OIDC_CITY_CLIENT_ID: 'portal',
    OIDC_CITY_CLIENT_SECRET: 'secret',
    OIDC_CITY_ACR: 'mfa, phr'
  }
  expect(readConfig({ ...gbiz, ...city }).identityProviders.map(({ id }) => id)).toEqual(['city', 'gbiz'])
  expect(readConfig(city).identityProviders[0]).toMatchObject({ factorValues: ['mfa', 'phr'], trustsEmail: false })
  expect(problemOf({ ...gbiz, OIDC_GBIZ_CLIENT_SECRET: '' })).toContain('OIDC_GBIZ_CLIENT_SECRET')
})

it('sends from an address of its own host unless told otherwise', () => {
  const env = { SMTP_URL: 'smtps://mail:25', BASE_URL: 'https://wlgb.example.jp', SESSION_SECRET: secret }
  expect(readConfig(env).smtp).toEqual({
    url: 'smtps://mail:25',
    from: 'noreply@wlgb.example.jp',
    patienceSeconds: 30
  })
  expect(readConfig({ ...env, MAIL_FROM: 'wlgb@city.example.jp' }).smtp?.from).toBe('wlgb@city.example.jp')
})

it.each([
  ['all', true, true],
  ['web', true, false],
  ['worker', false, true]
])('as %s it serves pages: %s, and works on jobs: %s', (role, serves, works) => {
  expect(readConfig({ ROLE: role })).toMatchObject({ serves, works })
})

it('reads the secretariat’s addresses', () => {
  expect(readConfig({ SECRETARIAT_EMAILS: ' A@city.example.jp, b@city.example.jp ' }).secretariatEmails).toEqual([
    'a@city.example.jp',
    'b@city.example.jp'
  ])
})

it.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
  [{ SMTP_URL: 'http://localhost' }, 'SMTP_URL'],
  [{ SECRETARIAT_EMAILS: 'nobody' }, 'SECRETARIAT_EMAILS'],
  [{ OIDC_CITY_ISSUER: 'http://login.city.example.jp' }, 'OIDC_CITY_ISSUER'],
  [{ OIDC_CITY_SCOPES: 'email' }, 'OIDC_CITY_SCOPES'],
  [{ ROLE: 'king' }, 'ROLE'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ DRAIN_SECONDS: '31' }, 'DRAIN_SECONDS']
])('refuses %j and names the variable', (env, name) => {
  expect(problemOf(env)).toContain(name)
})

it('lists every variable that is read in .env.example', () => {
  const listed = readFileSync('.env.example', 'utf8')
  const read = [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name)
  expect(read.length).toBeGreaterThan(10)
  for (const name of read) expect(listed).toMatch(new RegExp(`^${name}=`, 'm'))
})

it('takes the first officials, each with one role', () => {
  const config = readConfig({
    SECRETARIAT_EMAILS: ' A@example.jp, b@example.jp ',
    ADMINISTRATOR_EMAILS: 'c@example.jp'
  })
  expect(config.secretariatEmails).toEqual(['a@example.jp', 'b@example.jp'])
  expect(config.administratorEmails).toEqual(['c@example.jp'])
  expect(problemOf({ SECRETARIAT_EMAILS: 'a@example.jp', ADMINISTRATOR_EMAILS: 'A@example.jp' })).toContain(
    'ADMINISTRATOR_EMAILS'
  )
})

it('knows the secret before the present one, which is another', () => {
  const previous = 'y'.repeat(32)
  expect(readConfig({}).previousSecret).toBeNull()
  expect(readConfig({ SESSION_SECRET: secret, SESSION_SECRET_PREVIOUS: previous }).previousSecret).toBe(previous)
  for (const wrong of [secret, 'y'.repeat(31)])
    expect(problemOf({ SESSION_SECRET: secret, SESSION_SECRET_PREVIOUS: wrong })).toContain('SESSION_SECRET_PREVIOUS')
})

describe('a setting given as a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wlgb-config-'))
  const path = join(folder, 'secret')
  const service = { SMTP_URL: 'smtp://localhost:25', BASE_URL: 'https://wlgb.example.jp' }
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is its content, without the line break at its end', () => {
    writeFileSync(path, `${secret}\n`)
    expect(readConfig({ ...service, SESSION_SECRET_FILE: path }).sessionSecret).toBe(secret)
    const exchanged = { ...service, SESSION_SECRET: 'y'.repeat(32), SESSION_SECRET_PREVIOUS_FILE: path }
    expect(readConfig(exchanged).previousSecret).toBe(secret)
  })

  it('is checked as any other, and its value is never told', () => {
    writeFileSync(path, 'short secret')
    expect(problemOf({ ...service, SESSION_SECRET_FILE: path })).toContain('SESSION_SECRET')
    expect(problemOf({ ...service, SESSION_SECRET_FILE: path })).not.toContain('short secret')
  })

  it('is refused when it cannot be read, or is given both ways', () => {
    expect(problemOf({ SESSION_SECRET_FILE: '/no/such/file' })).toContain('SESSION_SECRET_FILE: ファイルを読めません')
    expect(problemOf({ SESSION_SECRET: secret, SESSION_SECRET_FILE: path })).toContain('both')
    expect(readConfig({ SESSION_SECRET: secret, SESSION_SECRET_FILE: '' }).sessionSecret).toBe(secret)
  })
})

describe('backups', () => {
  it('are made where a folder is set, sealed with a key of 32 bytes', () => {
    expect(readConfig({}).backups).toEqual({ folder: null, keep: 14, key: null })
    const key = Buffer.alloc(32, 5)
    const env = { BACKUP_DIR: '/var/backups', BACKUP_KEEP: '30', BACKUP_KEY: key.toString('base64') }
    expect(readConfig(env).backups).toEqual({ folder: '/var/backups', keep: 30, key })
  })

  it.each([{ BACKUP_KEY: 'c2hvcnQ=' }, { BACKUP_KEY: 'no base64' }, { BACKUP_KEEP: '0' }])('refuse %j', (env) => {
    expect(problemOf(env)).toContain(Object.keys(env)[0])
  })
})

describe('the proxies in front', () => {
  it.each([
    ['true', true],
    ['false', false],
    ['', false],
    ['loopback', ['loopback']],
    ['10.0.0.1, 192.168.0.0/16,fd00::/8', ['10.0.0.1', '192.168.0.0/16', 'fd00::/8']]
  ])('are trusted with %j', (setting, trusted) => {
    expect(readConfig({ TRUST_PROXY: setting }).trustProxy).toEqual(trusted)
  })

  it.each(['yes', '10.0.0', 'proxy.example.jp', '10.0.0.1,'])('are no %j', (setting) => {
    expect(problemOf({ TRUST_PROXY: setting })).toContain('TRUST_PROXY')
  })
})

describe('the second factor of officials', () => {
  const service = { SMTP_URL: 'smtp://localhost:25', BASE_URL: 'https://wlgb.invalid', SESSION_SECRET: secret }

  it('is required in service, unless it is switched off, and off in the demo, unless it is switched on', () => {
    expect(readConfig(service).secondFactor).toBe('required')
    expect(readConfig({ ...service, SECOND_FACTOR: 'off' }).secondFactor).toBe('off')
    expect(readConfig({}).secondFactor).toBe('off')
    expect(readConfig({ SECOND_FACTOR: 'required' }).secondFactor).toBe('required')
  })

  it('is never something else', () => {
    expect(problemOf({ ...service, SECOND_FACTOR: 'maybe' })).toContain('SECOND_FACTOR')
  })
})

describe('the scanner', () => {
  it.each(['tcp://127.0.0.1:3310', 'tcp://clamav', 'unix:/run/clamav/clamd.ctl'])('may be at %s', (url) => {
    expect(readConfig({ CLAMD_URL: url }).clamdUrl).toBe(url)
  })

  it.each(['clamav:3310', 'http://clamav', 'tcp://user@clamav', 'tcp://', 'unix:'])('is not at %s', (url) => {
    expect(problemOf({ CLAMD_URL: url })).toContain('CLAMD_URL')
  })

  it('is none unless it is named', () => {
    expect(readConfig({}).clamdUrl).toBeNull()
  })
})

describe('the collector of traces', () => {
  it('is none unless it is named', () => {
    expect(readConfig({}).tracing).toBeNull()
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: '', OTEL_SERVICE_NAME: 'portal' }).tracing).toBeNull()
  })

  it.each(['http://127.0.0.1:4318', 'https://collector.example.jp/otlp/'])('may be at %s', (endpoint) => {
    const named = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: 'wlgb-asaka' }
    expect(readConfig(named).tracing).toEqual({ endpoint, serviceName: 'wlgb-asaka' })
    const { tracing } = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })
    expect(tracing).toEqual({ endpoint, serviceName: 'work-life-good-balance' })
  })

  it.each([
    '127.0.0.1:4318',
    'grpc://collector',
    'http://user:word@collector:4318',
    'http://',
    'http://collector/?a=b'
  ])('is not at %s', (endpoint) => {
    expect(problemOf({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).toContain('OTEL_EXPORTER_OTLP_ENDPOINT')
  })
})
