import { generateKeyPairSync } from 'node:crypto'

/** A private key as CREDENTIAL_KEY holds it. */
export const newCredentialKey = (): string =>
  JSON.stringify(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }))

/** The key of tests that need only one. */
export const credentialKey = newCredentialKey()
