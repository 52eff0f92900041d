import type { SecretKeys } from './make-secret-keys.ts'
import type { SessionLimits } from './session-limits.ts'

/** What signing in needs beside the world of every use case. */
export type Authentication = {
  readonly keys: SecretKeys
  /** Whether cookies go over https only, and are bound to this very host. */
  readonly secureCookies: boolean
  readonly limits: SessionLimits
  /** Whether officials need a second factor. Whoever has set one up is asked for it in either case. */
  readonly secondFactor: 'required' | 'off'
}
