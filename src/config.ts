import { z } from 'zod'
import type { ProviderSettings } from './accounts/identity-provider.ts'
import type { SmtpSettings } from './platform/mailer.ts'
import { readSettingFiles, SettingFileError } from './platform/setting-files.ts'
import type { TracingSettings } from './platform/tracing.ts'
import { isSafeUrl, type ProviderVariables, providerContradictions, readProvider } from './provider-config.ts'

const emptyAsAbsent = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyAsAbsent, schema.optional())

const addresses = z.preprocess(
  emptyAsAbsent,
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((email) => email.trim().toLowerCase())
        .filter(Boolean)
    )
    .pipe(z.array(z.email()))
)

// Addresses of the proxies in front, as single ones or networks; the names are those of proxy-addr.
const proxy = z.union([z.enum(['loopback', 'linklocal', 'uniquelocal']), z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])
const proxies = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()))
  .pipe(z.array(proxy))

const issuer = optional(
  z.url().refine(isSafeUrl, { error: 'https:// で始まるURLを指定してください (https, or http on this machine)' })
)

const environment = z.object({
  PORT: z.preprocess(emptyAsAbsent, z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: z.preprocess(emptyAsAbsent, z.string().default('127.0.0.1')),
  BASE_URL: optional(z.url({ protocol: /^https?$/ })),
  SESSION_SECRET: optional(z.string().min(32)),
  SESSION_SECRET_PREVIOUS: optional(z.string().min(32)),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  SECOND_FACTOR: optional(z.enum(['required', 'off'])),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(z.string().includes('@')),
  SMTP_TIMEOUT_SECONDS: z.preprocess(emptyAsAbsent, z.coerce.number().int().min(1).max(600).default(30)),
  SECRETARIAT_EMAILS: addresses,
  ADMINISTRATOR_EMAILS: addresses,
  SIGNING_P12: optional(z.string()),
  SIGNING_P12_PASSWORD: optional(z.string()),
  CREDENTIAL_KEY: optional(z.string()),
  OIDC_CITY_ISSUER: issuer,
  OIDC_CITY_CLIENT_ID: optional(z.string()),
  OIDC_CITY_CLIENT_SECRET: optional(z.string()),
  OIDC_CITY_SCOPES: optional(z.string().regex(/(^| )openid( |$)/)),
  OIDC_CITY_LABEL: optional(z.string().max(40)),
  OIDC_CITY_TRUST_EMAIL: optional(z.enum(['true', 'false'])),
  OIDC_CITY_ACR: optional(z.string()),
  OIDC_GBIZ_ISSUER: issuer,
  OIDC_GBIZ_CLIENT_ID: optional(z.string()),
  OIDC_GBIZ_CLIENT_SECRET: optional(z.string()),
  OIDC_GBIZ_SCOPES: optional(z.string().regex(/(^| )openid( |$)/)),
  OIDC_GBIZ_LABEL: optional(z.string().max(40)),
  OIDC_GBIZ_TRUST_EMAIL: optional(z.enum(['true', 'false'])),
  CLAMD_URL: optional(z.string().regex(/^(tcp:\/\/[^\s/@]+|unix:\/\S+)$/, 'tcp://host:3310 or unix:/path')),
  METRICS_TOKEN: optional(z.string().min(16).regex(/^\S+$/)),
  // Without a user in it: what stands in front of the collector is told by OTEL_EXPORTER_OTLP_HEADERS.
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(z.string().regex(/^https?:\/\/[^\s/@?#]+(\/[^\s@?#]*)?$/, 'http://host:4318')),
  OTEL_SERVICE_NAME: z.preprocess(emptyAsAbsent, z.string().max(100).default('work-life-good-balance')),
  DATA_DIR: z.preprocess(emptyAsAbsent, z.string().default('.data')),
  TRUST_PROXY: z.preprocess(emptyAsAbsent, z.union([z.enum(['true', 'false']), proxies]).default('false')),
  BACKUP_DIR: optional(z.string()),
  BACKUP_KEEP: z.preprocess(emptyAsAbsent, z.coerce.number().int().min(1).max(10_000).default(14)),
  BACKUP_KEY: optional(
    z
      .base64()
      .transform((text) => Buffer.from(text, 'base64'))
      .refine((key) => key.length === 32, '32 bytes in base64, for instance from: openssl rand -base64 32')
  ),
  REQUESTS_PER_MINUTE: z.preprocess(emptyAsAbsent, z.coerce.number().int().min(60).default(1200)),
  LOG_LEVEL: z.preprocess(emptyAsAbsent, z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info')),
  DRAIN_SECONDS: z.preprocess(emptyAsAbsent, z.coerce.number().int().min(0).max(30).default(0)),
  ROLE: z.preprocess(emptyAsAbsent, z.enum(['all', 'web', 'worker']).default('all'))
})

/** What the environment sets, checked. `demo` is true only while neither a database nor a mail server is configured. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly baseUrl: string
  readonly sessionSecret: string
  /** What it was until lately: second factors that were sealed with it are still opened; null when there is none. */
  readonly previousSecret: string | null
  /** Whether officials need a second factor; off by default only in the demo, whose people sign in with one click. */
  readonly secondFactor: 'required' | 'off'
  readonly databaseUrl: string | null
  /** The mail server; null when mails wait. */
  readonly smtp: SmtpSettings | null
  /** Accounts that are given the secretariat's role at start. */
  readonly secretariatEmails: readonly string[]
  /** Accounts that are given the administrator's role at start. */
  readonly administratorEmails: readonly string[]
  /** The identity providers that people may sign in through. */
  readonly identityProviders: readonly ProviderSettings[]
  /** The file with the city's signing key and certificate; null when certificates carry no electronic signature. */
  readonly signing: { readonly path: string; readonly password: string } | null
  /** The private key that signs credentials, as JWK; null when certificates are not offered as credentials. */
  readonly credentialKey: string | null
  /** Where ClamAV's daemon listens; null when what people hand in is not scanned. */
  readonly clamdUrl: string | null
  readonly dataFolder: string
  /** Whose word on the client's address is taken: nobody's, everybody's, or that of these proxies. */
  readonly trustProxy: boolean | string[]
  /** Where the portal keeps a backup of every night (null: it makes none), how many, and with what they are sealed. */
  readonly backups: { readonly folder: string | null; readonly keep: number; readonly key: Buffer | null }
  /** How often one source may ask; the stricter limits move with it. */
  readonly requestsPerMinute: number
  /** Opens /metrics; null when nobody may read them. */
  readonly metricsToken: string | null
  /** Where spans are sent; null when none are made. */
  readonly tracing: TracingSettings | null
  readonly logLevel: string
  /** How long `/health/ready` refuses at a stop before the port closes, in seconds. */
  readonly drainSeconds: number
  readonly serves: boolean
  readonly works: boolean
  readonly demo: boolean
}

/** The environment does not allow a start; the message names every variable and what it needs. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

// A demo holds invented people only; its sessions may survive a restart with a secret that everybody can read here.
const demoSecret = 'demo-secret-for-invented-people-only'

type Environment = z.infer<typeof environment>

const providerIn = (env: Environment, name: 'CITY' | 'GBIZ'): ProviderVariables => ({
  issuer: env[`OIDC_${name}_ISSUER`],
  clientId: env[`OIDC_${name}_CLIENT_ID`],
  clientSecret: env[`OIDC_${name}_CLIENT_SECRET`],
  scopes: env[`OIDC_${name}_SCOPES`],
  label: env[`OIDC_${name}_LABEL`],
  trustEmail: env[`OIDC_${name}_TRUST_EMAIL`],
  acr: name === 'CITY' ? env.OIDC_CITY_ACR : undefined
})

const missingInService = ({ BASE_URL, SESSION_SECRET }: Environment): string[] =>
  [
    BASE_URL === undefined && 'BASE_URL: 公開するURLを指定してください (the public URL)',
    BASE_URL !== undefined &&
      !isSafeUrl(BASE_URL) &&
      'BASE_URL: https:// で始まるURLを指定してください (https, or http on this machine)',
    (SESSION_SECRET === undefined || SESSION_SECRET === demoSecret) &&
      'SESSION_SECRET: 32文字以上の秘密の文字列を指定してください (32 characters or more, not the demo’s)'
  ].filter((line) => line !== false)

const providersOf = (env: Environment): readonly ProviderSettings[] =>
  [readProvider('city', providerIn(env, 'CITY')), readProvider('gbiz', providerIn(env, 'GBIZ'))].filter(
    (provider) => provider !== null
  )

const contradictions = (env: Environment): string[] =>
  [
    env.SIGNING_P12 === undefined &&
      env.SIGNING_P12_PASSWORD !== undefined &&
      'SIGNING_P12: パスワードだけがあり、P12ファイルの指定がありません (a password without a file)',
    env.SESSION_SECRET_PREVIOUS !== undefined &&
      env.SESSION_SECRET_PREVIOUS === env.SESSION_SECRET &&
      'SESSION_SECRET_PREVIOUS: 新しい SESSION_SECRET と同じ値は指定できません (the secret before the present one)',
    env.ADMINISTRATOR_EMAILS.some((email) => env.SECRETARIAT_EMAILS.includes(email)) &&
      'ADMINISTRATOR_EMAILS: 事務局と同じメールアドレスは指定できません (one address holds one role)',
    ...providerContradictions('OIDC_CITY', providerIn(env, 'CITY')),
    ...providerContradictions('OIDC_GBIZ', providerIn(env, 'GBIZ'))
  ].filter((line) => line !== false)

const withFiles = (source: Readonly<Record<string, string | undefined>>) => {
  try {
    return readSettingFiles(source, Object.keys(environment.shape))
  } catch (error) {
    throw error instanceof SettingFileError ? new ConfigError(error.message) : error
  }
}

const smtpOf = (env: Environment, baseUrl: string): Config['smtp'] =>
  env.SMTP_URL === undefined
    ? null
    : {
        url: env.SMTP_URL,
        from: env.MAIL_FROM ?? `noreply@${new URL(baseUrl).hostname}`,
        patienceSeconds: env.SMTP_TIMEOUT_SECONDS
      }

const signingOf = (env: Environment): Config['signing'] =>
  env.SIGNING_P12 === undefined ? null : { path: env.SIGNING_P12, password: env.SIGNING_P12_PASSWORD ?? '' }

const tracingOf = ({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME }: Environment): Config['tracing'] =>
  endpoint === undefined ? null : { endpoint, serviceName: OTEL_SERVICE_NAME }

const trusted = (setting: Environment['TRUST_PROXY']): Config['trustProxy'] =>
  typeof setting === 'string' ? setting === 'true' : setting

const secondFactorIn = ({ SECOND_FACTOR }: Environment, demo: boolean): Config['secondFactor'] =>
  SECOND_FACTOR ?? (demo ? 'off' : 'required')

/**
 * Reads the configuration, once, from the environment and the files that it names; nothing else reads it.
 * @throws ConfigError naming every variable that is missing or wrong
 */
export const readConfig = (source: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = environment.safeParse(withFiles(source))
  if (!parsed.success)
    throw new ConfigError(`設定に誤りがあります (invalid configuration)\n${z.prettifyError(parsed.error)}`)
  const env = parsed.data
  const demo = env.DATABASE_URL === undefined && env.SMTP_URL === undefined
  const missing = [...(demo ? [] : missingInService(env)), ...contradictions(env)]
  if (missing.length > 0) throw new ConfigError(`設定が足りません (missing configuration)\n${missing.join('\n')}`)
  const baseUrl = (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '')
  return {
    port: env.PORT,
    host: env.HOST,
    baseUrl,
    sessionSecret: env.SESSION_SECRET ?? demoSecret,
    previousSecret: env.SESSION_SECRET_PREVIOUS ?? null,
    secondFactor: secondFactorIn(env, demo),
    databaseUrl: env.DATABASE_URL ?? null,
    smtp: smtpOf(env, baseUrl),
    secretariatEmails: env.SECRETARIAT_EMAILS,
    administratorEmails: env.ADMINISTRATOR_EMAILS,
    identityProviders: providersOf(env),
    signing: signingOf(env),
    credentialKey: env.CREDENTIAL_KEY ?? null,
    clamdUrl: env.CLAMD_URL ?? null,
    dataFolder: env.DATA_DIR,
    trustProxy: trusted(env.TRUST_PROXY),
    backups: { folder: env.BACKUP_DIR ?? null, keep: env.BACKUP_KEEP, key: env.BACKUP_KEY ?? null },
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    metricsToken: env.METRICS_TOKEN ?? null,
    tracing: tracingOf(env),
    logLevel: env.LOG_LEVEL,
    drainSeconds: env.DRAIN_SECONDS,
    serves: env.ROLE !== 'worker',
    works: env.ROLE !== 'web',
    demo
  }
}
