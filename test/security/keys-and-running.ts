import { met, notApplicable, open, type Point } from './point.ts'

const noWebRtc = 'There is no WebRTC.'

/** Chapters 11 to 17: cryptography, transport, configuration, data, code, logs, media. */
export const keysAndRunning: readonly Point[] = [
  met(
    '11.1.1',
    'A policy for keys',
    'docs/security.md',
    'test/security/security-document.test.ts',
    '— By NIST SP 800-57; a city confirms the periods.'
  ),
  met(
    '11.1.2',
    'An inventory of cryptography',
    'docs/security.md',
    'test/security/security-document.test.ts',
    '— The test finds a source that uses cryptography and is not named, and a secret setting that is not.'
  ),
  met('11.2.1', 'Known implementations only', 'package.json', '— node:crypto, jose, pkijs, otpauth, openid-client.'),
  met(
    '11.2.2',
    'Algorithms and keys can be exchanged',
    'test/accounts/secret-exchange.test.ts',
    'test/credentials/check-credential.test.ts',
    'src/accounts/make-secret-keys.ts',
    'src/credentials/record-credential-key.ts',
    '— What is sealed or signed with the key before is still opened and checked.'
  ),
  open(
    '11.2.3',
    '128 bits of security everywhere',
    'RSA keys of 2048 bits are still accepted for signing, because public certification bodies issue them.',
    'src/credentials/read-credential-key.ts'
  ),
  met(
    '11.3.1',
    'No weak modes',
    'src/accounts/make-secret-keys.ts',
    '— Signatures by RSA PKCS#1 v1.5 follow the formats (PAdES, JWT); nothing is encrypted by it.'
  ),
  met(
    '11.3.2',
    'Approved ciphers only',
    'src/accounts/make-secret-keys.ts',
    'src/backups/seal-bytes.ts',
    '— AES-256-GCM.'
  ),
  met(
    '11.3.3',
    'What is encrypted cannot be changed unnoticed',
    'test/backups/restore-backup.test.ts',
    'src/backups/seal-bytes.ts',
    'src/accounts/make-secret-keys.ts'
  ),
  met(
    '11.4.1',
    'Approved hashes only',
    'test/security/sources.test.ts',
    'src/platform/files.ts',
    '— SHA-256; TOTP is SHA-1 inside HMAC, as its standard has it.'
  ),
  notApplicable('11.4.2', 'Password hashing', 'There are no passwords.'),
  met('11.4.3', 'Hashes are long enough', 'src/platform/files.ts'),
  notApplicable('11.4.4', 'Keys from passwords', 'Keys are made from random secrets of 32 characters or more.'),
  open(
    '11.5.1',
    '128 random bits wherever something must not be guessed',
    'Verification codes on certificates are shorter, so that people can type them; they open only what is public, and asking is limited.',
    'src/certificates/verification-code.ts',
    'test/platform/form-token.test.ts'
  ),
  met('11.6.1', 'Approved signatures only', 'src/credentials/sign-token.ts', 'src/documents/sign-content.ts'),

  met('12.1.1', 'Only current TLS', 'test/processes/nginx-front.test.ts', '.deploy/nginx.conf'),
  met('12.1.2', 'Only good ciphers', 'test/processes/nginx-front.test.ts', '.deploy/nginx.conf'),
  notApplicable('12.1.3', 'Client certificates', 'None are used.'),
  met(
    '12.2.1',
    'TLS for everybody',
    'test/config.test.ts',
    'test/processes/nginx-front.test.ts',
    '.deploy/nginx.conf',
    'test/every-route.test.ts',
    '— In service the portal does not start for a public address without https.'
  ),
  open('12.2.2', 'Publicly trusted certificates', 'The operator’s; nothing here can show it.'),
  open(
    '12.3.1',
    'Encrypted ways to database and mail server',
    'smtps:// and sslmode in DATABASE_URL; not demanded, since both may be on the same machine.',
    '.env.example'
  ),
  met(
    '12.3.2',
    'Certificates of servers are checked',
    'test/security/sources.test.ts',
    '— Node’s own checks; no source switches them off.'
  ),
  notApplicable(
    '12.3.3',
    'TLS between own services',
    'The proxy reaches the portal inside of one machine; there is no other HTTP between parts.'
  ),
  notApplicable('12.3.4', 'Certificates between own services', 'The portal is one service.'),

  met(
    '13.1.1',
    'With whom the portal talks is written down',
    'docs/security.md',
    'test/security/security-document.test.ts',
    'test/security/sources.test.ts'
  ),
  open(
    '13.2.1',
    'Parts prove themselves to each other',
    'To the database by the password in DATABASE_URL, which does not change by itself.'
  ),
  open(
    '13.2.2',
    'With as few rights as possible',
    'Migrations run with the same account as the portal, which therefore owns its tables.'
  ),
  met(
    '13.2.3',
    'No default credentials',
    'test/config.test.ts',
    '— SESSION_SECRET must be given in service, and the demo’s is refused.'
  ),
  met(
    '13.2.4',
    'A list of whom the portal may ask',
    'docs/security.md',
    'test/security/sources.test.ts',
    'src/config.ts',
    '— The settings are the list: six sources begin connections, each to what its setting names.'
  ),
  open(
    '13.2.5',
    'The same for the server',
    'nginx asks the portal only; for the machine it is written down, and the operator’s firewall does it.',
    'docs/security.md'
  ),
  open(
    '13.3.1',
    'Secrets are kept by something made for it',
    'From the environment or files that it names (a vault or systemd can provide both); no vault is demanded.',
    'src/platform/setting-files.ts'
  ),
  met(
    '13.3.2',
    'Few can read secrets',
    '.deploy/systemd/wlgb@.service',
    'src/platform/setting-files.ts',
    'test/config.test.ts',
    '— Files of root’s that this service alone is handed; one source reads them, nothing shows them.'
  ),
  met('13.4.1', 'No .git is served', 'test/platform/assets.test.ts', '— Only two folders of assets are.'),
  met('13.4.2', 'No debugging in service', 'test/access.test.ts', '— The demo’s pages do not exist there.'),
  met('13.4.3', 'No directory listings', 'src/platform/assets.ts', 'test/platform/assets.test.ts'),
  met('13.4.4', 'No TRACE', 'test/every-route.test.ts'),
  met(
    '13.4.5',
    'Nothing internal is open by accident',
    'test/access.test.ts',
    'test/processes/nginx.test.ts',
    '.deploy/nginx.conf',
    'src/access.ts'
  ),

  met(
    '14.1.1',
    'Sensitive data is named and classified',
    'docs/security.md',
    'test/security/security-document.test.ts',
    'src/privacy/kept-columns.ts',
    '— By kind of data, and every column has its kind.'
  ),
  met('14.1.2', 'Each level has its protection', 'docs/security.md', 'test/security/security-document.test.ts'),
  met(
    '14.2.1',
    'Nothing secret stands in addresses',
    'src/paths.ts',
    'test/administration/metrics.test.ts',
    '— Addresses hold ids and public codes. Answers of identity providers bring a code that works once, in the same browser.'
  ),
  met(
    '14.2.2',
    'Nothing sensitive is cached on the way',
    'test/every-route.test.ts',
    'test/accounts/public-page.test.ts'
  ),
  met('14.2.3', 'Nothing goes to others', 'test/security-headers.test.ts', '— No foreign script, picture or font.'),
  open(
    '14.2.4',
    'What was said of protection is done',
    'What the portal does itself is shown. The encryption of disks and who reads the logs are the operator’s; nothing here can show them.',
    'test/log-journey.test.ts',
    'test/privacy/nightly-erasure.test.ts',
    'test/backups/restore-backup.test.ts',
    'test/every-route.test.ts'
  ),
  open(
    '14.3.1',
    'What was shown is cleared when a session ends',
    'Signing out clears the browser’s storage (Clear-Site-Data) and pages are in no cache; where a session merely ran out, answers that could not be saved wait in the tab, so that nobody loses them.',
    'test/journeys/sign-out.test.ts',
    'test/accounts/sign-in.test.ts',
    'views/browser/typed-copy.ts'
  ),
  met('14.3.2', 'no-store on what is private', 'test/every-route.test.ts', 'src/platform/page.ts'),
  open(
    '14.3.3',
    'Nothing sensitive in the browser’s storage',
    'What could not be saved is kept in the tab’s own storage, so that a broken line loses nothing; it goes with the tab.',
    'views/browser/typed-copy.ts'
  ),

  met('15.1.1', 'How soon libraries are renewed is written down', 'docs/security.md', '— A city confirms the times.'),
  met(
    '15.1.2',
    'An inventory of libraries',
    'test/security/licences.test.ts',
    'test/security/report-dependencies.ts',
    '— A bill of materials (CycloneDX) from the lock file, at each check.'
  ),
  met('15.1.3', 'Costly functions are named', 'src/costs.ts', 'src/pictures/in-turn.ts'),
  open(
    '15.2.1',
    'Libraries are within those times',
    'The report asks the registry for known weaknesses; where this was written none could be reached, so nobody has looked.',
    'test/security/report-dependencies.ts'
  ),
  met(
    '15.2.2',
    'Costly functions cannot exhaust the server',
    'test/every-route.test.ts',
    'test/request-limits.test.ts',
    'src/pictures/in-turn.ts'
  ),
  met('15.2.3', 'Service holds nothing of tests and demos', 'test/access.test.ts'),
  met(
    '15.3.1',
    'Answers hold only what is asked for',
    'src/directory/entry-content.ts',
    'test/opendata/routes.test.ts'
  ),
  met(
    '15.3.2',
    'Redirects of others are not followed',
    'src/accounts/provider-connection.ts',
    '— openid-client asks with redirect: manual; what else goes out is no HTTP that could be redirected, or spans.'
  ),
  met('15.3.3', 'Only known fields are taken', 'test/hostile-bodies.test.ts', 'src/platform/form.ts'),
  met('15.3.4', 'Addresses come from trusted proxies', 'test/request-limits.test.ts', 'test/config.test.ts'),
  met('15.3.5', 'Types are strict', 'tsconfig.json', 'biome.json'),
  met('15.3.6', 'No prototype is polluted', 'test/hostile-bodies.test.ts'),
  met(
    '15.3.7',
    'Parameters are not mixed',
    'test/hostile-bodies.test.ts',
    '— Query, path and body are read apart; doubled fields are refused.'
  ),

  met('16.1.1', 'What is logged is written down', 'docs/security.md', '— A city confirms the times.'),
  met(
    '16.2.1',
    'Lines tell when, where and what',
    'test/accounts/security-log.test.ts',
    'test/log.test.ts',
    '— Who by the account’s id.'
  ),
  met('16.2.2', 'In one clock', 'test/log.test.ts', '— Milliseconds since 1970, UTC.'),
  met(
    '16.2.3',
    'Logs go where they are said to go',
    'docs/security.md',
    'src/app.ts',
    'test/tracing.test.ts',
    '— To standard output only; spans where a collector is named.'
  ),
  met(
    '16.2.4',
    'Logs can be read by machines',
    'test/log.test.ts',
    'test/processes/nginx.test.ts',
    '— One JSON object a line, of the portal and of nginx.'
  ),
  met(
    '16.2.5',
    'Logs hold nothing sensitive',
    'test/log-journey.test.ts',
    'test/log.test.ts',
    'test/processes/nginx.test.ts',
    'src/platform/request-log.ts'
  ),
  met(
    '16.3.1',
    'Sign-ins are logged',
    'test/accounts/security-log.test.ts',
    'src/platform/security-log.ts',
    '— Success and failure, the way and the factor, by the account’s id.'
  ),
  met('16.3.2', 'Refusals are logged', 'test/accounts/security-log.test.ts', 'src/accounts/guard.ts'),
  met(
    '16.3.3',
    'Attempts to get around are logged',
    'test/accounts/security-log.test.ts',
    'src/platform/security-log.ts',
    '— Limits, form tokens, foreign origins, bodies that no page sends, the cases of others.'
  ),
  met(
    '16.3.4',
    'Failures are logged',
    'test/log-journey.test.ts',
    'test/accounts/provider-tokens.test.ts',
    'test/jobs/begin-work.test.ts'
  ),
  met(
    '16.4.1',
    'Nobody can write lines into the log',
    'test/log.test.ts',
    'test/processes/nginx.test.ts',
    '— Each line is one JSON object; line breaks are escaped.'
  ),
  open('16.4.2', 'Logs cannot be read or changed by others', 'The operator’s (journald).'),
  open('16.4.3', 'Logs are kept elsewhere', 'The operator’s.'),
  met('16.5.1', 'Error pages tell nothing of the inside', 'test/log-journey.test.ts', 'src/error-pages.ts'),
  met(
    '16.5.2',
    'The portal holds when others fail',
    'test/processes/database-outage.test.ts',
    'test/processes/mail-outage.test.ts',
    'test/accounts/provider-sign-in.test.ts',
    'test/readiness.test.ts'
  ),
  met(
    '16.5.3',
    'Nothing is done when something fails',
    'test/processes/crash.test.ts',
    'test/applications/submission.test.ts'
  ),

  notApplicable('17.1.1', 'TURN', noWebRtc),
  ...[1, 2, 3, 4].map((number) => notApplicable(`17.2.${number}`, 'Media', noWebRtc)),
  ...[1, 2].map((number) => notApplicable(`17.3.${number}`, 'Signalling', noWebRtc))
]
