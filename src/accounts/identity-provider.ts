/** Who vouches for people beside a code from a mail: the city for its officials, GビズID for companies. */
export const providerIds = ['city', 'gbiz'] as const

export type ProviderId = (typeof providerIds)[number]

/** How the portal is registered with a provider. */
export type ProviderSettings = {
  readonly id: ProviderId
  /** As the provider names itself, to the letter; below it stands its discovery document. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Separated by spaces. */
  readonly scopes: string
  /** The words on the button. */
  readonly label: string
  /** Whether an address counts as verified where the provider does not say. What it says is unverified never does. */
  readonly trustsEmail: boolean
  /** Values of `acr` or `amr` that stand for a second factor; none: the portal asks for its own. */
  readonly factorValues: readonly string[]
}

/** A person as a provider vouches for them. */
export type ProviderPerson = {
  /** Never given to anybody else by this provider. */
  readonly subject: string
  /** In lower case; null when the provider tells none. */
  readonly email: string | null
  readonly emailVerified: boolean
  /** Whether the provider asked for a second factor. */
  readonly factorGiven: boolean
  /** 13 digits that the provider has checked; null for sole proprietors and unchecked accounts. */
  readonly legalEntityNumber: string | null
}

/** What ties an answer of a provider to the sign-in that it answers. */
export type SignInChecks = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** What became of an answer: `declined` at the provider, `unavailable` for now, or `refused` because it is not sound. */
export type ProviderAnswer =
  | { readonly ok: true; readonly person: ProviderPerson }
  | { readonly ok: false; readonly reason: 'declined' | 'unavailable' | 'refused' }

/** A provider that the portal is registered with. */
export type IdentityProvider = {
  readonly id: ProviderId
  readonly label: string
  /** Where the browser goes to sign in; null while the provider cannot be reached. */
  readonly signInUrl: (checks: SignInChecks) => Promise<string | null>
  /**
   * Redeems what the browser brought back.
   * @param query of the address that the provider sent the browser to, with its question mark
   */
  readonly redeem: (query: string, checks: SignInChecks) => Promise<ProviderAnswer>
  /** Where the browser ends its sign-in at the provider too; null when the provider offers none or cannot be reached. */
  readonly signOutUrl: () => Promise<string | null>
}
