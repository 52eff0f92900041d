/** One use of cryptography: for what, by which algorithm, under which key, and in which sources. */
export type CryptographicUse = {
  readonly use: string
  readonly algorithm: string
  /** The setting that the key comes from; null where there is none. */
  readonly key: string | null
  readonly sources: readonly string[]
}

/** Every use of cryptography. A test compares the sources with those that import anything of the kind. */
export const cryptography: readonly CryptographicUse[] = [
  {
    use: 'Tokens of sessions, codes and sign-ins under way, as they are kept; counts of attempts',
    algorithm: 'HMAC-SHA-256, a key for each use by HKDF-SHA-256; tokens of 256 random bits',
    key: 'SESSION_SECRET',
    sources: ['src/accounts/make-secret-keys.ts', 'src/accounts/accept-sign-in-code.ts']
  },
  {
    use: 'Secrets of authenticator apps, as they are kept, bound to their account',
    algorithm: 'AES-256-GCM, random nonce of 96 bits; key by HKDF-SHA-256',
    key: 'SESSION_SECRET',
    sources: ['src/accounts/make-secret-keys.ts']
  },
  {
    use: 'Tokens of forms; the message that lasts for one redirect',
    algorithm: 'HMAC-SHA-256; seeds of 128 random bits',
    key: 'SESSION_SECRET',
    sources: ['src/platform/form-token.ts', 'src/platform/flash.ts']
  },
  {
    use: 'Codes of authenticator apps (TOTP, RFC 6238)',
    algorithm: 'HMAC-SHA-1, 6 digits, 30 s; secrets of 160 random bits',
    key: null,
    sources: ['src/accounts/one-time-code.ts']
  },
  {
    use: 'Recovery codes, as they are kept',
    algorithm: 'scrypt (N = 2^14, r = 8, p = 1), salt of 128 random bits',
    key: null,
    sources: ['src/accounts/make-recovery-codes.ts']
  },
  {
    use: 'ID tokens of identity providers, checked',
    algorithm: 'what the provider names and is a signature by key pair; PKCE with SHA-256',
    key: null,
    sources: ['src/accounts/provider-connection.ts', 'src/accounts/open-identity-provider.ts']
  },
  {
    use: 'Signatures under certificates (PAdES) and what they name',
    algorithm: 'RSA PKCS#1 v1.5 or ECDSA (P-256, P-384, P-521), each with SHA-256',
    key: 'SIGNING_P12',
    sources: [
      'src/documents/pkcs12.ts',
      'src/documents/read-signer.ts',
      'src/documents/read-signing-identity.ts',
      'src/documents/sign-content.ts',
      'src/documents/sign-pdf.ts'
    ]
  },
  {
    use: 'Credentials and their status list (Open Badges 3.0), signed and checked',
    algorithm: 'RS256 (RSA PKCS#1 v1.5 with SHA-256), named in the code and no other',
    key: 'CREDENTIAL_KEY',
    sources: [
      'src/credentials/check-credential.ts',
      'src/credentials/read-credential-key.ts',
      'src/credentials/sign-token.ts'
    ]
  },
  {
    use: 'Sealed backups',
    algorithm: 'AES-256-GCM in segments of 64 KiB; key by HKDF-SHA-256 with a random salt a file',
    key: 'BACKUP_KEY',
    sources: ['src/backups/seal-bytes.ts']
  },
  {
    use: 'Whether backups, stored files and assets are what they were; entity tags',
    algorithm: 'SHA-256',
    key: null,
    sources: [
      'src/backups/check-archive.ts',
      'src/backups/read-archive.ts',
      'src/backups/write-archive.ts',
      'src/platform/assets.ts',
      'src/platform/files.ts',
      'src/platform/tagged-answer.ts'
    ]
  },
  {
    use: 'The token of monitoring, compared in constant time',
    algorithm: 'SHA-256',
    key: 'METRICS_TOKEN',
    sources: ['src/platform/metrics.ts']
  },
  {
    use: 'Verification codes (public; 60 random bits) and ids (UUID version 7, no secrets)',
    algorithm: 'random bytes of OpenSSL',
    key: null,
    sources: ['src/certificates/add-certificate.ts', 'src/platform/ids.ts']
  }
]

/** A key or password that the portal is given. */
export type Key = {
  readonly setting: string
  /** What it may be used for; nothing else. */
  readonly use: string
  readonly made: string
  /** Who holds it. */
  readonly holders: string
  /** After how long at the latest, for a city to confirm. */
  readonly period: string
  readonly exchange: string
}

const atTheOther = 'set anew there, then here; restart'

/** Every secret setting. A test compares them with .env.example. */
export const keys: readonly Key[] = [
  {
    setting: 'SESSION_SECRET',
    use: 'sign-in, forms, second factors; no document, no backup',
    made: '`openssl rand -base64 33`',
    holders: 'the portal’s processes',
    period: '2 years',
    exchange:
      'a new one, the old one as SESSION_SECRET_PREVIOUS, and a restart; everybody signs in again, apps go on working (.deploy/README.md)'
  },
  {
    setting: 'CREDENTIAL_KEY',
    use: 'to sign credentials',
    made: 'as .env.example says: RSA of 3072 bits',
    holders: 'the portal’s processes',
    period: '3 years',
    exchange: 'a new one and a restart; the old public half stays published, what it signed stays valid'
  },
  {
    setting: 'SIGNING_P12',
    use: 'to sign certificates',
    made: 'by a certification body: RSA of 3072 bits or P-256 (2048 is still taken)',
    holders: 'the portal’s processes; the body certifies the public half only',
    period: 'its certificate’s; the log warns 30 days before',
    exchange: 'a new file and a restart; earlier signatures keep their certificates'
  },
  {
    setting: 'SIGNING_P12_PASSWORD',
    use: 'to open that file',
    made: '`openssl rand -base64 24`',
    holders: 'the portal’s processes',
    period: 'with the file',
    exchange: 'with the file'
  },
  {
    setting: 'BACKUP_KEY',
    use: 'to seal backups',
    made: '`openssl rand -base64 32`',
    holders: 'the portal’s processes, and a safe elsewhere',
    period: '2 years',
    exchange: 'a new one and a restart; the old one is kept as long as a backup that it sealed'
  },
  {
    setting: 'DATABASE_URL',
    use: 'to reach the database',
    made: '`openssl rand -base64 24` as password',
    holders: 'portal and database',
    period: '1 year',
    exchange: atTheOther
  },
  {
    setting: 'SMTP_URL',
    use: 'to reach the mail server',
    made: 'by the mail server',
    holders: 'portal and mail server',
    period: '1 year',
    exchange: atTheOther
  },
  {
    setting: 'OIDC_CITY_CLIENT_SECRET',
    use: 'to redeem sign-ins there',
    made: 'by the provider',
    holders: 'portal and provider',
    period: '1 year, or what the provider says',
    exchange: atTheOther
  },
  {
    setting: 'OIDC_GBIZ_CLIENT_SECRET',
    use: 'to redeem sign-ins there',
    made: 'by the provider',
    holders: 'portal and provider',
    period: '1 year, or what the provider says',
    exchange: atTheOther
  },
  {
    setting: 'METRICS_TOKEN',
    use: 'to read /metrics',
    made: '`openssl rand -base64 24`',
    holders: 'portal and monitoring',
    period: '1 year',
    exchange: 'both at once; restart'
  }
]
