import { CompactSign } from 'jose'
import type { CredentialKey } from './credential-key.ts'
import { keyUrl } from './published-keys.ts'

/** Kinds of tokens: Open Badges 3.0 allows no other than JWT; the status list is a plain credential of the W3C. */
type TokenType = 'JWT' | 'vc+jwt'

/** Signs what a token claims, with RS256; the header names the address of the key. The same claims give the same token. */
export const signToken = (
  claims: Readonly<Record<string, unknown>>,
  { baseUrl, key, typ }: { readonly baseUrl: string; readonly key: CredentialKey; readonly typ: TokenType }
): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'RS256', kid: keyUrl(baseUrl, key.kid), typ })
    .sign(key.privateKey)
