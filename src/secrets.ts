import type { FastifyBaseLogger } from 'fastify'
import type { FactorSeals } from './accounts/read-factor-seals.ts'
import { type Config, ConfigError } from './config.ts'
import type { CredentialKey } from './credentials/credential-key.ts'
import { CredentialKeyError, readCredentialKey } from './credentials/read-credential-key.ts'
import { readSigningIdentity, SigningIdentityError } from './documents/read-signing-identity.ts'
import { type DocumentSigner, daysToReplace } from './platform/document-signer.ts'

/** With what the city vouches for its certificates; null where nothing is set up. */
export type Secrets = { readonly signer: DocumentSigner | null; readonly credentialKey: CredentialKey | null }

/** What is wrong with a file or a key is the configuration's fault. */
const asConfigError = (error: unknown): unknown =>
  error instanceof SigningIdentityError || error instanceof CredentialKeyError ? new ConfigError(error.message) : error

/**
 * The city's signature and the key of its credentials, as configured.
 * @param demoCredentialKey signs the demo's credentials where no key is configured
 * @throws ConfigError when nothing can be signed with one of them
 */
export const readSecrets = async (
  { signing, credentialKey, demo }: Pick<Config, 'signing' | 'credentialKey' | 'demo'>,
  at: Date,
  demoCredentialKey: string | undefined
): Promise<Secrets> => {
  const key = credentialKey ?? (demo ? demoCredentialKey : undefined)
  try {
    return {
      signer: signing === null ? null : await readSigningIdentity(signing, at),
      credentialKey: key === undefined ? null : await readCredentialKey(key)
    }
  } catch (error) {
    throw asConfigError(error)
  }
}

/** Says at the start what certificates carry, and what is to be replaced soon. */
export const logSecrets = (log: FastifyBaseLogger, { signer, credentialKey }: Secrets, at: Date): void => {
  if (signer === null) log.info('certificates carry no electronic signature: SIGNING_P12 is not set')
  else log.info(`certificates are signed by ${signer.name}, until ${signer.validUntil.toISOString()}`)
  const days = signer === null ? null : daysToReplace(signer, at)
  if (days !== null) log.warn(`the signing certificate ends in ${days} days: replace SIGNING_P12`)
  if (credentialKey === null) log.info('certificates are not offered as credentials: CREDENTIAL_KEY is not set')
  else log.info(`credentials are signed with the key ${credentialKey.kid}`)
}

/** Says at the start whether an exchange of SESSION_SECRET is over, and whether it has locked somebody out. */
export const logFactorSeals = (
  log: FastifyBaseLogger,
  { previousSecret }: Pick<Config, 'previousSecret'>,
  { previous, unreadable }: FactorSeals
): void => {
  if (previousSecret !== null && previous === 0) log.info('SESSION_SECRET_PREVIOUS is needed no more')
  if (previous > 0) log.info(`${previous} second factors still need SESSION_SECRET_PREVIOUS: each until its next use`)
  if (unreadable > 0)
    log.warn(
      `${unreadable} second factors cannot be opened: was SESSION_SECRET exchanged without SESSION_SECRET_PREVIOUS?`
    )
}
