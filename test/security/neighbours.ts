/** Somebody whom the portal asks, or hands something to. */
export type Neighbour = {
  readonly who: string
  /** The setting that names where it is; without it the portal never asks. */
  readonly setting: string
  readonly how: string
  /** Connections and times. */
  readonly limits: string
  /** What happens when it does not answer. */
  readonly away: string
  readonly proof: string
  /** Texts of sources that hold the limits: when one changes, so must the row. */
  readonly facts: readonly (readonly [file: string, text: string])[]
}

const provider: Pick<Neighbour, 'how' | 'limits' | 'away' | 'proof' | 'facts'> = {
  how: 'HTTPS (OpenID Connect), redirects not followed; also the addresses that its discovery document names',
  limits: '5 s a request, no second try; discovery read again after an hour',
  away: 'a page says so and leads to the code by mail',
  proof: 'test/accounts/provider-sign-in.test.ts',
  facts: [
    ['src/accounts/provider-connection.ts', 'const timeout = 5\n'],
    ['src/accounts/provider-connection.ts', 'const metadataLasts = 60 * 60 * 1000\n']
  ]
}

export const neighbours: readonly Neighbour[] = [
  {
    who: 'PostgreSQL',
    setting: 'DATABASE_URL',
    how: 'PostgreSQL’s protocol, TLS by `sslmode`; without the setting the embedded database',
    limits: '10 connections a process; 5 s to get one, 10 s for a lock, 30 s a statement',
    away: '503 with Retry-After of 30 s, nothing half done; jobs go on when it is back',
    proof: 'test/processes/database-outage.test.ts',
    facts: [
      ['src/platform/database.ts', 'poolSize = 10)'],
      ['src/platform/database.ts', 'connectionTimeoutMillis: 5_000'],
      ['src/platform/database.ts', 'lock_timeout: 10_000'],
      ['src/platform/database.ts', 'statement_timeout: 30_000'],
      ['src/error-pages.ts', '{ 503: 30,']
    ]
  },
  {
    who: 'the mail server',
    setting: 'SMTP_URL',
    how: 'SMTP with STARTTLS where it is offered, or SMTPS',
    limits:
      'a connection a mail; `SMTP_TIMEOUT_SECONDS` (30 s) of silence, four times that in all; 30 tries after 30 s, 1, 2, 4 … 60 minutes',
    away: 'mails wait in the database, then count as failed and can be sent again at `/administration`',
    proof: 'test/processes/mail-outage.test.ts',
    facts: [
      [
        'src/config.ts',
        'SMTP_TIMEOUT_SECONDS: z.preprocess(emptyAsAbsent, z.coerce.number().int().min(1).max(600).default(30))'
      ],
      ['src/platform/mailer.ts', 'const mostSilences = 4\n'],
      ['src/platform/jobs.ts', 'retryLimit: 30,\n    retryDelay: 30,\n    retryBackoff: true,\n    retryDelayMax: 3600']
    ]
  },
  { who: 'the city’s identity provider', setting: 'OIDC_CITY_ISSUER', ...provider },
  { who: 'GビズID', setting: 'OIDC_GBIZ_ISSUER', ...provider },
  {
    who: 'ClamAV',
    setting: 'CLAMD_URL',
    how: 'clamd’s INSTREAM over TCP or a socket, not encrypted: on the machine or a closed network',
    limits: 'a connection a file; 30 s of silence, 120 s in all; 10 tries after 30 s … 30 minutes, then hourly',
    away: 'files are taken and held back from officials',
    proof: 'test/processes/clamd.test.ts',
    facts: [
      ['src/platform/clamd.ts', '{ silence: 30_000, whole: 120_000 }'],
      ['src/platform/jobs.ts', 'retryLimit: 10,\n    retryDelay: 30,\n    retryBackoff: true,\n    retryDelayMax: 1800']
    ]
  },
  {
    who: 'a collector of OpenTelemetry',
    setting: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    how: 'OTLP over HTTP or HTTPS; no value of a person',
    limits: '3 s a batch',
    away: 'spans are lost, which the log says now and then; requests do not notice',
    proof: 'test/tracing.test.ts',
    facts: [['src/platform/tracing.ts', 'const mostForExport = 3000\n']]
  }
]
