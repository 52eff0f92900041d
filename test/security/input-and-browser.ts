import { met, notApplicable, open, type Point } from './point.ts'

/** Chapters 1 to 5: encoding, validation, browsers, the web service, files. */
export const inputAndBrowser: readonly Point[] = [
  met(
    '1.1.1',
    'Input is decoded once, before it is checked',
    'test/hostile-bodies.test.ts',
    'src/platform/readable-url.ts',
    'src/platform/form.ts'
  ),
  met(
    '1.1.2',
    'Output is escaped last, by what writes it',
    'test/hostile-bodies.test.ts',
    'views/layout.tsx',
    'test/platform/xml.test.ts'
  ),
  met(
    '1.2.1',
    'Output is escaped for its place: HTML, XML, headers',
    'test/hostile-bodies.test.ts',
    'test/platform/xml.test.ts',
    'test/platform/downloads.test.ts'
  ),
  met(
    '1.2.2',
    'URLs are built from encoded parts and lead to safe schemes',
    'src/paths.ts',
    'test/guides/guide-document.test.tsx',
    'test/platform/own-path.test.ts'
  ),
  met(
    '1.2.3',
    'Data handed to scripts is escaped',
    'test/views/structured-data.test.tsx',
    '— Pages hold no script; data goes into attributes and escaped JSON.'
  ),
  met(
    '1.2.4',
    'Queries carry values as parameters',
    'test/hostile-bodies.test.ts',
    'test/security/sources.test.ts',
    '— All queries are written with drizzle; only a backup’s name tables in text.'
  ),
  notApplicable('1.2.5', 'Operating system commands', 'The portal starts no command; a test of the sources holds it.'),
  notApplicable('1.2.6', 'LDAP', 'There is no directory service.'),
  notApplicable('1.2.7', 'XPath', 'No XML is queried.'),
  notApplicable('1.2.8', 'LaTeX', 'Documents are drawn by pdfkit.'),
  met(
    '1.2.9',
    'Text in regular expressions is escaped',
    'test/security/sources.test.ts',
    'src/directory/search-text.ts',
    '— No expression is made from what people type; searching compares text.'
  ),
  met(
    '1.3.1',
    'HTML from people is cleaned',
    'test/guides/guide-document.test.tsx',
    '— HTML in the guides is shown as text; nothing else takes markup.'
  ),
  met(
    '1.3.2',
    'No code is made at run time',
    'test/security/sources.test.ts',
    'test/security-headers.test.ts',
    '— The policy for scripts forbids it too.'
  ),
  met(
    '1.3.3',
    'Dangerous places get only safe characters, of bounded length',
    'test/platform/form.test.ts',
    'test/applications/file-name.test.ts'
  ),
  met(
    '1.3.4',
    'SVG that people bring',
    'test/publicity/publicity-routes.test.ts',
    '— Pictures are taken as pixels only and drawn anew.'
  ),
  met(
    '1.3.5',
    'Markdown that people write holds nothing that runs',
    'test/guides/guide-document.test.tsx',
    'src/guides/safe-href.ts'
  ),
  met(
    '1.3.6',
    'The server asks no address that a person names',
    'test/security/sources.test.ts',
    'src/accounts/provider-connection.ts',
    '— Connections begin in six files, to configured places only.'
  ),
  met(
    '1.3.7',
    'Templates are not made from input',
    'src/letters/placeholders.ts',
    '— Letters replace named placeholders; views are compiled.'
  ),
  notApplicable('1.3.8', 'JNDI', 'No Java.'),
  notApplicable('1.3.9', 'memcache', 'There is none.'),
  met(
    '1.3.10',
    'Format strings',
    'src/letters/placeholders.ts',
    '— No formatting function takes its pattern from input.'
  ),
  met(
    '1.3.11',
    'Mail headers take no line breaks from input',
    'test/platform/outbox.test.ts',
    'test/platform/form.test.ts'
  ),
  met('1.4.1', 'Memory is safe', 'package.json', '— TypeScript; the native libraries are maintained (sharp).'),
  met('1.4.2', 'Numbers stay in their range', 'test/platform/form.test.ts'),
  met('1.4.3', 'Resources are released', 'test/processes/graceful-stop.test.ts', 'src/service.ts'),
  met(
    '1.5.1',
    'XML is read without entities and without a tree',
    'test/inspection/inspect-office.test.ts',
    'src/inspection/xml-tags.ts',
    '— There is no XML parser: of office files start tags are read, and a document type is refused.'
  ),
  met(
    '1.5.2',
    'What is read from outside is checked against a schema',
    'src/platform/form.ts',
    'test/hostile-bodies.test.ts'
  ),

  met(
    '2.1.1',
    'The rules for each field are written down',
    'docs/security.md',
    'src/platform/form.ts',
    'src/companies/profile-form.ts',
    '— As schemas beside the forms that are read by them; the document leads there.'
  ),
  met(
    '2.1.2',
    'So are the rules for fields that belong together',
    'docs/security.md',
    'src/scoring/index.ts',
    'src/checklist/index.ts'
  ),
  met(
    '2.1.3',
    'So are the limits of what one may do',
    'docs/security.md',
    'src/platform/request-limits.ts',
    'src/costs.ts',
    'src/accounts/attempt-limits.ts'
  ),
  met('2.2.1', 'Every input is checked against its rule', 'test/hostile-bodies.test.ts', 'test/platform/form.test.ts'),
  met('2.2.2', 'On the server', 'test/hostile-bodies.test.ts', '— Every page works without script.'),
  met('2.2.3', 'Fields that belong together are checked together', 'test/applications/completeness.test.ts'),
  met(
    '2.3.1',
    'Steps come in their order',
    'test/applications/application-status.test.ts',
    'test/access.test.ts',
    'src/access.ts'
  ),
  met(
    '2.3.2',
    'The limits of the business hold',
    'test/applications/attachments.test.ts',
    'test/accounts/limits.test.ts'
  ),
  met('2.3.3', 'One action is one transaction', 'test/applications/submission.test.ts', 'test/processes/crash.test.ts'),
  met(
    '2.3.4',
    'What exists once is given once',
    'test/platform/counters.test.ts',
    'test/applications/submission.test.ts',
    'src/certificates/register-certification.ts'
  ),
  met(
    '2.4.1',
    'Machines cannot ask without end',
    'test/every-route.test.ts',
    'test/request-limits.test.ts',
    'test/accounts/limits.test.ts'
  ),

  met('3.2.1', 'Files are not shown as pages of the portal', 'test/stored-bytes.test.ts', 'src/platform/downloads.ts'),
  met(
    '3.2.2',
    'Text is put into pages as text',
    'test/hostile-bodies.test.ts',
    'test/security/sources.test.ts',
    '— Scripts set textContent.'
  ),
  met('3.3.1', 'Cookies are Secure and carry a prefix', 'test/security-headers.test.ts'),
  met('3.3.2', 'SameSite fits each cookie', 'test/security-headers.test.ts', 'src/platform/require-form-token.ts'),
  met('3.3.3', '`__Host-` on every cookie', 'test/security-headers.test.ts'),
  met('3.3.4', 'Cookies are out of reach of scripts', 'test/security-headers.test.ts'),
  met(
    '3.4.1',
    'HSTS for more than a year, with subdomains',
    'test/every-route.test.ts',
    'src/platform/security-headers.ts'
  ),
  met('3.4.2', 'Other sites may read only what is public', 'test/every-route.test.ts', 'test/opendata/routes.test.ts'),
  met('3.4.3', 'A content security policy with object-src and base-uri none', 'test/every-route.test.ts'),
  met('3.4.4', 'nosniff everywhere', 'test/every-route.test.ts'),
  met('3.4.5', 'No address is told to other sites', 'test/every-route.test.ts'),
  met('3.4.6', 'frame-ancestors everywhere', 'test/every-route.test.ts', 'test/stored-bytes.test.ts'),
  met(
    '3.5.1',
    'Forged requests are refused: origin and token',
    'test/form-token.test.ts',
    'src/platform/same-origin.ts'
  ),
  met(
    '3.5.2',
    'Nothing relies on preflights; unknown content types are refused',
    'test/request-limits.test.ts',
    'test/form-token.test.ts'
  ),
  met('3.5.3', 'What changes something is a POST', 'src/access.ts', 'test/form-token.test.ts'),
  met(
    '3.5.4',
    'The portal has a host of its own',
    '.deploy/nginx.conf',
    '— Nothing else is served under its host; the operator gives it one.'
  ),
  notApplicable('3.5.5', 'postMessage', 'No script uses it; a test of the sources holds it.'),
  met('3.7.1', 'Only living techniques in the browser', 'views/layout.tsx'),
  met(
    '3.7.2',
    'Redirects stay here or go to configured providers',
    'test/platform/own-path.test.ts',
    'test/accounts/provider-sign-in.test.ts'
  ),

  met('4.1.1', 'Every body has its type and charset', 'test/every-route.test.ts', 'test/hostile-bodies.test.ts'),
  met(
    '4.1.2',
    'Only pages are redirected from http to https',
    'test/processes/nginx-front.test.ts',
    '.deploy/nginx.conf',
    '— With the proxy of .deploy in front.'
  ),
  met(
    '4.1.3',
    'Headers of the proxy cannot be set by visitors',
    'test/request-limits.test.ts',
    'test/processes/nginx.test.ts',
    '.deploy/nginx.conf',
    'test/config.test.ts',
    '— TRUST_PROXY names the proxies whose word counts.'
  ),
  met(
    '4.2.1',
    'Message boundaries are read in one way by proxy and server',
    'test/processes/nginx-front.test.ts',
    'test/support/ambiguous-messages.ts',
    '.deploy/nginx.conf'
  ),
  notApplicable('4.3.1', 'GraphQL costs', 'There is no GraphQL.'),
  notApplicable('4.3.2', 'GraphQL introspection', 'There is no GraphQL.'),
  notApplicable('4.4.1', 'WebSocket over TLS', 'There are no WebSockets.'),
  notApplicable('4.4.2', 'WebSocket origin', 'There are no WebSockets.'),
  notApplicable('4.4.3', 'WebSocket tokens', 'There are no WebSockets.'),
  notApplicable('4.4.4', 'WebSocket sessions', 'There are no WebSockets.'),

  met(
    '5.1.1',
    'Kinds, sizes and treatment of files are written down',
    'docs/security.md',
    'test/security/security-document.test.ts',
    'src/inspection/inspection-limits.ts'
  ),
  met('5.2.1', 'Files are only as large as can be dealt with', 'test/applications/attachments.test.ts'),
  met(
    '5.2.2',
    'Content fits the name',
    'test/applications/recognise-file.test.ts',
    'test/applications/attachments.test.ts',
    'test/publicity/publicity-routes.test.ts'
  ),
  met(
    '5.2.3',
    'Archives are measured before they are opened',
    'test/inspection/inspect-office.test.ts',
    'src/inspection/inspection-limits.ts'
  ),
  met(
    '5.3.1',
    'Files are never run',
    'test/stored-bytes.test.ts',
    '— They lie in the database and leave as attachments.'
  ),
  met('5.3.2', 'No path is made from a name', 'src/platform/files.ts', 'test/applications/file-name.test.ts'),
  met('5.4.1', 'Downloads are named by the server', 'test/stored-bytes.test.ts', 'test/platform/downloads.test.ts'),
  met('5.4.2', 'Names are encoded in headers', 'test/platform/downloads.test.ts'),
  open(
    '5.4.3',
    'Files are scanned for malware',
    'Where CLAMD_URL names a scanner, and then what is not scanned is held back; a portal without one serves files that nobody scanned.',
    'test/processes/clamd.test.ts'
  )
]
