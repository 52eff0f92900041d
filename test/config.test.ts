import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
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

    it('starts with both', () => {
      const config = readConfig({ ...given, BASE_URL: 'https://wlgb.example.jp/', SESSION_SECRET: secret })
      expect(config).toMatchObject({ demo: false, baseUrl: 'https://wlgb.example.jp', sessionSecret: secret })
    })
  }
)

it('takes the file of the signature with its password, and no password without a file', () => {
  expect(readConfig({}).signing).toBeNull()
  expect(readConfig({ SIGNING_P12: 'city.p12' }).signing).toEqual({ path: 'city.p12', password: '' })
  const env = { SIGNING_P12: 'city.p12', SIGNING_P12_PASSWORD: 'secret' }
  expect(readConfig(env).signing).toEqual({ path: 'city.p12', password: 'secret' })
  expect(problemOf({ SIGNING_P12_PASSWORD: 'secret' })).toContain('SIGNING_P12')
})

it('sends from an address of its own host unless told otherwise', () => {
  const env = { SMTP_URL: 'smtps://mail:25', BASE_URL: 'https://wlgb.example.jp', SESSION_SECRET: secret }
  expect(readConfig(env).smtp).toEqual({ url: 'smtps://mail:25', from: 'noreply@wlgb.example.jp' })
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
