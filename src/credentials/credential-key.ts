/** A public key as it is published (RFC 7517): RSA, under the address where it can be read. */
export type PublicKey = {
  readonly kty: 'RSA'
  readonly n: string
  readonly e: string
  readonly alg: 'RS256'
  readonly use: 'sig'
}

/** The key that signs credentials. */
export type CredentialKey = {
  /** The key's thumbprint (RFC 7638). */
  readonly kid: string
  readonly publicKey: PublicKey
  readonly privateKey: CryptoKey
}
