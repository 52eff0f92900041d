import { paths } from '../paths.ts'
import { type Issuing, issuerProfile } from './credential.ts'
import type { StoredKey } from './key-store.ts'

/** The address of a key: what a credential's header names, and where the key is read. */
export const keyUrl = (baseUrl: string, kid: string): string => `${baseUrl}${paths.credentialKey(kid)}`

/** A key as it is published. */
export const publishedKey = (baseUrl: string, { kid, publicKey }: StoredKey) => ({
  ...publicKey,
  kid: keyUrl(baseUrl, kid)
})

/** Every key as a set (RFC 7517). */
export const keySet = (baseUrl: string, keys: readonly StoredKey[]) => ({
  keys: keys.map((key) => publishedKey(baseUrl, key))
})

const methods = (controller: string, baseUrl: string, keys: readonly StoredKey[], idOf: (kid: string) => string) => {
  const verificationMethod = keys.map((key) => ({
    id: idOf(key.kid),
    type: 'JsonWebKey',
    controller,
    publicKeyJwk: publishedKey(baseUrl, key)
  }))
  return { verificationMethod, assertionMethod: verificationMethod.map(({ id }) => id) }
}

/** The issuer as a controlled identifier document of the W3C: who it is, and with which keys it speaks. */
export const issuerDocument = (issuing: Issuing, keys: readonly StoredKey[]) => {
  const profile = issuerProfile(issuing)
  return {
    '@context': ['https://www.w3.org/ns/cid/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    ...profile,
    ...methods(profile.id, issuing.baseUrl, keys, (kid) => keyUrl(issuing.baseUrl, kid))
  }
}

/** The decentralised identifier of a portal (did:web): its host, with the colon of a port escaped. */
export const didOf = (baseUrl: string): string => `did:web:${new URL(baseUrl).host.replace(':', '%3A')}`

/** The same keys as a DID document, for wallets that know the city by its did:web. */
export const didDocument = (issuing: Issuing, keys: readonly StoredKey[]) => {
  const did = didOf(issuing.baseUrl)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://www.w3.org/ns/cid/v1'],
    id: did,
    alsoKnownAs: [issuerProfile(issuing).id],
    ...methods(did, issuing.baseUrl, keys, (kid) => `${did}#${kid}`)
  }
}
