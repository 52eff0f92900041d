import { met, notApplicable, open, type Point } from './point.ts'

const noPasswords = 'There are no passwords: people sign in by codes, identity providers and second factors.'
const noServer = 'The portal issues no tokens to others: it is a client of identity providers.'
const noResource = 'No access token opens anything here.'

/** Chapters 6 to 10: signing in, sessions, who may do what, tokens, identity providers. */
export const signInAndAccess: readonly Point[] = [
  open(
    '6.1.1',
    'How guessing is held off is written down',
    'Written down. But who has two codes mailed to somebody’s address and guesses wrongly at both keeps it from signing in by code for an hour; only mails to the owner tell of it. Who signs in through a provider is not concerned.',
    'docs/security.md',
    'test/accounts/limits.test.ts'
  ),
  notApplicable('6.1.2', 'Words that passwords may not hold', noPasswords),
  met('6.1.3', 'All ways to sign in are written down', 'docs/security.md', 'src/accounts/identity-provider.ts'),
  ...Array.from({ length: 12 }, (_value, index) => notApplicable(`6.2.${index + 1}`, 'Passwords', noPasswords)),
  met('6.3.1', 'Guessing is held off', 'test/accounts/limits.test.ts', 'test/accounts/second-factor.test.ts'),
  met(
    '6.3.2',
    'No account exists by default',
    'src/service.ts',
    'test/access.test.ts',
    '— Officials are named by the environment; the demo’s people exist in the demo only.'
  ),
  open(
    '6.3.3',
    'More than one factor',
    'Demanded of the secretariat, the committee and administrators; companies may set one up, and sign in by a mailed code or an identity provider alone.',
    'test/accounts/second-factor.test.ts'
  ),
  met('6.3.4', 'No way around', 'test/access.test.ts', 'test/accounts/provider-sign-in.test.ts'),
  met(
    '6.4.1',
    'First codes are random and short-lived',
    'test/accounts/sign-in.test.ts',
    'src/accounts/make-secret-keys.ts'
  ),
  met('6.4.2', 'No secret questions', 'src/accounts/sign-in-form.ts'),
  notApplicable('6.4.3', 'Forgotten passwords', noPasswords),
  met(
    '6.4.4',
    'A lost factor is replaced after the same proof as the first',
    'test/accounts/second-factor.test.ts',
    'test/administration/officials.test.ts'
  ),
  met('6.5.1', 'Codes work once', 'test/accounts/second-factor.test.ts', 'test/accounts/sign-in.test.ts'),
  open(
    '6.5.2',
    'Short secrets are stored hashed',
    'Recovery codes are kept by scrypt with a salt of 128 bits, but with N = 16,384 and p = 1: a fifth of the work that is recommended (p = 5, or N = 131,072).',
    'src/accounts/make-recovery-codes.ts',
    'test/accounts/second-factor.test.ts'
  ),
  met(
    '6.5.3',
    'Codes and seeds come from a secure source',
    'src/accounts/make-secret-keys.ts',
    'src/accounts/make-recovery-codes.ts',
    'test/security/sources.test.ts'
  ),
  met(
    '6.5.4',
    'Codes of six digits at least',
    'src/accounts/make-secret-keys.ts',
    'src/accounts/make-recovery-codes.ts',
    '— Six digits by mail, twelve of a recovery code.'
  ),
  open(
    '6.5.5',
    'Codes end: ten minutes by mail, thirty seconds of an app',
    'Mailed codes do. The code of an app is taken one step before and after its own too, once, for phones whose clock is off: up to 90 seconds.',
    'test/accounts/sign-in.test.ts',
    'test/accounts/second-factor.test.ts'
  ),
  notApplicable('6.6.1', 'Codes by telephone', 'None are sent.'),
  met('6.6.2', 'A code belongs to the request that asked for it', 'test/accounts/sign-in.test.ts'),
  met('6.6.3', 'Codes cannot be tried out', 'test/accounts/limits.test.ts', 'test/accounts/sign-in.test.ts'),
  met(
    '6.8.1',
    'Identities are known by provider and subject',
    'test/accounts/provider-sign-in.test.ts',
    'src/accounts/identity-store.ts'
  ),
  met('6.8.2', 'Signatures are checked', 'test/accounts/provider-tokens.test.ts'),
  notApplicable('6.8.3', 'SAML', 'OpenID Connect only.'),
  met('6.8.4', 'What the provider says of its strength counts', 'test/accounts/provider-claims.test.ts'),

  met(
    '7.1.1',
    'Limits of a session are written down',
    'docs/security.md',
    'test/security/security-document.test.ts',
    'src/accounts/session-limits.ts'
  ),
  met(
    '7.1.2',
    'How many sessions one may have',
    'test/accounts/sessions.test.ts',
    'src/accounts/session-limits.ts',
    'docs/security.md',
    '— Ten; one more ends the one that was not used for longest.'
  ),
  met('7.1.3', 'Sessions at providers', 'docs/security.md'),
  met('7.2.1', 'Sessions are checked on the server', 'test/accounts/sessions.test.ts', 'src/accounts/find-viewer.ts'),
  met('7.2.2', 'Tokens are made for each session', 'test/accounts/sessions.test.ts', 'src/accounts/begin-session.ts'),
  met('7.2.3', 'Of 128 random bits at least', 'src/accounts/make-secret-keys.ts', 'test/accounts/sessions.test.ts'),
  met('7.2.4', 'A new one at each sign-in', 'test/accounts/sessions.test.ts', 'test/accounts/second-factor.test.ts'),
  met('7.3.1', 'Sessions end when idle', 'test/accounts/sessions.test.ts', 'src/accounts/session-limits.ts'),
  met('7.3.2', 'And after their longest time', 'test/accounts/sessions.test.ts', 'src/accounts/session-limits.ts'),
  met('7.4.1', 'An ended session opens nothing', 'test/accounts/sign-in.test.ts'),
  met(
    '7.4.2',
    'Taking a role away ends all sessions',
    'test/administration/officials.test.ts',
    'test/accounts/sessions.test.ts'
  ),
  met(
    '7.4.3',
    'After a change of a factor other sessions can be ended',
    'test/accounts/second-factor.test.ts',
    'test/accounts/sessions.test.ts',
    '— Setting one up ends them; after giving one up the page of sessions does.'
  ),
  met('7.4.4', 'Signing out is on every page', 'test/components/layout.test.tsx', 'views/components/site-header.tsx'),
  met(
    '7.4.5',
    'Administrators can end sessions',
    'test/administration/peoples-sessions.test.ts',
    'src/administration/end-peoples-sessions.ts',
    '— Of one person by the address, and of everybody.'
  ),
  met(
    '7.5.1',
    'Changing a factor asks for one again',
    'src/accounts/save-factor.ts',
    'test/accounts/second-factor.test.ts'
  ),

  open(
    '7.5.2',
    'Own sessions are listed and ended',
    'Listed and ended at /account/sessions; without giving a code once more before.',
    'src/accounts/session-store.ts'
  ),
  open(
    '7.6.1',
    'Sessions here and at the provider',
    'They behave as is written. But the portal demands no age of the provider’s session: once its own has ended, a provider that still knows the person lets in without asking for anything.',
    'docs/security.md',
    'test/accounts/provider-sign-in.test.ts'
  ),
  met(
    '7.6.2',
    'A session begins only by an action of the person',
    'test/accounts/provider-sign-in.test.ts',
    'test/form-token.test.ts'
  ),

  met('8.1.1', 'Who may do what is written down', 'docs/security.md', 'src/access.ts', 'test/access.test.ts'),
  met(
    '8.1.2',
    'Also by field and state',
    'src/access.ts',
    'src/publicity/shown-field.ts',
    'src/applications/application-status.ts'
  ),
  met('8.2.1', 'Functions are for those who are named', 'test/access.test.ts'),
  met('8.2.2', 'Data is for those whom it belongs to', 'test/access.test.ts', 'test/applications/own-rows.test.ts'),
  met('8.2.3', 'So are fields', 'test/publicity/publicity-routes.test.ts', 'test/directory/entry-content.test.ts'),
  met('8.3.1', 'It is decided on the server', 'test/access.test.ts', 'src/accounts/guard.ts'),
  met('8.4.1', 'One company never reaches another’s', 'test/access.test.ts', 'test/applications/own-rows.test.ts'),

  met(
    '9.1.1',
    'Signatures come before contents',
    'test/accounts/provider-tokens.test.ts',
    'test/credentials/check-credential.test.ts'
  ),
  met(
    '9.1.2',
    'Algorithms are named, none is not among them',
    'test/accounts/provider-tokens.test.ts',
    'test/credentials/check-credential.test.ts'
  ),
  met(
    '9.1.3',
    'Keys come from configured places',
    'test/accounts/provider-tokens.test.ts',
    'test/credentials/check-credential.test.ts'
  ),
  met(
    '9.2.1',
    'Times in tokens are kept',
    'test/accounts/provider-tokens.test.ts',
    'test/credentials/check-credential.test.ts'
  ),
  met(
    '9.2.2',
    'A token is of the kind that is asked for',
    'test/accounts/provider-tokens.test.ts',
    'test/credentials/check-credential.test.ts'
  ),
  met('9.2.3', 'And meant for the portal', 'test/accounts/provider-tokens.test.ts'),
  notApplicable(
    '9.2.4',
    'Audiences of own tokens',
    'Credentials are issued to the world; no token is meant for one service.'
  ),

  met(
    '10.1.1',
    'Tokens stay on the server',
    'src/accounts/accept-provider-answer.ts',
    '— They are read once and not kept.'
  ),
  met(
    '10.1.2',
    'Answers belong to a sign-in begun in the same browser',
    'test/accounts/provider-sign-in.test.ts',
    'src/accounts/provider-sign-in-store.ts'
  ),
  met('10.2.1', 'Code flow with PKCE and state', 'test/accounts/provider-sign-in.test.ts'),
  met('10.2.2', 'Providers cannot be mixed up', 'test/accounts/provider-sign-in.test.ts'),
  ...[1, 2, 3, 4].map((number) => notApplicable(`10.3.${number}`, 'Resource server', noResource)),
  ...Array.from({ length: 11 }, (_value, index) =>
    notApplicable(`10.4.${index + 1}`, 'Authorization server', noServer)
  ),
  met(
    '10.5.1',
    'ID tokens cannot be replayed',
    'test/accounts/provider-sign-in.test.ts',
    'test/accounts/provider-tokens.test.ts'
  ),
  met(
    '10.5.2',
    'People are known by their subject',
    'test/accounts/provider-sign-in.test.ts',
    'src/accounts/find-provider-account.ts'
  ),
  met(
    '10.5.3',
    'The issuer is the configured one',
    'test/accounts/provider-tokens.test.ts',
    'src/accounts/provider-connection.ts'
  ),
  met('10.5.4', 'The audience is the portal', 'test/accounts/provider-tokens.test.ts'),
  notApplicable('10.5.5', 'Back-channel logout', 'It is not offered.'),
  ...[1, 2].map((number) => notApplicable(`10.6.${number}`, 'OpenID provider', noServer)),
  ...[1, 2, 3].map((number) => notApplicable(`10.7.${number}`, 'Consent', noServer))
]
