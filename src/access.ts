import type { Access, AccessRule } from './accounts/viewer.ts'
import {
  type ApplicationStatus,
  canMove,
  applicationStatuses as every,
  isEditable,
  isOpen
} from './applications/application-status.ts'

const to = (...who: readonly Access[]): AccessRule => ({ who })

const everybody = to('public')
const signedIn = to('signed-in')
/** The way to complete a session that still lacks its second factor. */
const signingIn = to('signed-in', 'signing-in')
/** Only ever the own company's: whatever a URL names, the stores find it for its company alone. */
const company = to('company')
const secretariat = to('secretariat')
const committee = to('committee')
const bothOffices = to('secretariat', 'committee')
const companyAndSecretariat = to('company', 'secretariat')
const administrator = to('administrator')

type States = readonly ApplicationStatus[]

const editable: States = every.filter(isEditable)
const open: States = every.filter(isOpen)
const examined: States = ['submitted', 'screening']
const beforeCommittee: States = ['awaiting_committee', 'heard']
const decidable: States = every.filter((status) => canMove(status, 'certified', 'secretariat', 'simplified'))

const companyWhile = (states: States): AccessRule => ({ ...company, states })
const secretariatWhile = (states: States): AccessRule => ({ ...secretariat, states })
const committeeWhile = (states: States): AccessRule => ({ ...committee, states })

/**
 * Who may do what: every route by method and pattern, and for those that change an application the states in which they
 * do. Deny by default: a route that is not here does not start. HEAD and OPTIONS go with GET. In other states nothing is
 * changed, whatever is answered. The use cases decide by the status table; the tests hold this against what they do.
 */
export const accessTable: Readonly<Record<string, AccessRule>> = {
  'GET /': everybody,
  'GET /companies': everybody,
  'GET /companies/:number': everybody,
  'GET /companies/feed.atom': everybody,
  'GET /sitemap.xml': everybody,
  'GET /robots.txt': everybody,
  'GET /accessibility': everybody,
  'GET /privacy': everybody,
  'GET /health/live': everybody,
  'GET /health/ready': everybody,
  // Asks for a token of its own.
  'GET /metrics': everybody,
  'GET /verify': everybody,
  'GET /verify/:code': everybody,
  'GET /verify/:code/credential.jwt': everybody,
  'GET /verify/:code/credential.json': everybody,
  'GET /verify/:code/credential.png': everybody,
  'GET /verify/:code/credential.svg': everybody,
  'GET /verify/file': everybody,
  'POST /verify/file': everybody,
  'GET /badges/:file': everybody,
  'GET /credentials/issuer': everybody,
  'GET /credentials/mark.svg': everybody,
  'GET /credentials/status': everybody,
  'GET /credentials/keys/:kid': everybody,
  'GET /credentials/achievements/:edition': everybody,
  'GET /.well-known/jwks.json': everybody,
  'GET /.well-known/did.json': everybody,

  'GET /self-check': everybody,
  'GET /self-check/result': everybody,
  'GET /self-check/application': company,
  'POST /self-check/application': company,

  'GET /sign-in': everybody,
  'POST /sign-in': everybody,
  'POST /sign-in/code': everybody,
  'GET /sign-in/with/:provider': everybody,
  'GET /sign-in/with/:provider/answer': everybody,
  'POST /sign-out': signingIn,
  'GET /sign-out/:provider': everybody,
  'GET /sign-in/factor': signingIn,
  'POST /sign-in/factor': signingIn,
  'GET /account/second-factor': signingIn,
  'POST /account/second-factor': signingIn,
  'POST /account/second-factor/removal': signedIn,
  'GET /account/sessions': signedIn,
  'POST /account/sessions/removal': signedIn,
  'POST /account/sessions/:id/removal': signedIn,
  'GET /account/session': signedIn,
  'GET /account': signedIn,
  'POST /account': signedIn,

  'GET /dev/mails': everybody,
  'POST /dev/session': everybody,

  'GET /company': company,
  'GET /company/profile': company,
  'POST /company/profile': company,
  'GET /company/publicity': company,
  'POST /company/publicity': company,
  'GET /company/publicity/preview': company,
  'POST /company/publicity/preview': company,
  'POST /company/publicity/withdrawal': company,
  'GET /company/publicity/pictures/:sha256.webp': company,
  'GET /card.png': everybody,
  'GET /companies/:number/card.png': everybody,
  'GET /companies/:number/:kind/:sha256.webp': everybody,
  'GET /company/export': company,
  'POST /company/export': company,
  'GET /company/deletion': company,
  'GET /company/deletion/confirmation': company,
  'POST /company/deletion/confirmation': company,
  'GET /company/members': company,
  'POST /company/members': company,
  'POST /company/members/:id/removal': company,
  'POST /company/invitations/:id/removal': company,

  'POST /applications': company,
  'GET /applications/:id': company,
  'GET /applications/:id/declarations': company,
  'POST /applications/:id/declarations': companyWhile(editable),
  'GET /applications/:id/categories/:number': company,
  'POST /applications/:id/categories/:number': companyWhile(editable),
  'GET /applications/:id/attachments': company,
  'GET /applications/:id/attachments/:attachmentId': company,
  'POST /applications/:id/attachments/:attachmentId/removal': companyWhile(editable),
  'GET /applications/:id/items/:itemCode/attachments': company,
  'POST /applications/:id/items/:itemCode/attachments': companyWhile(editable),
  'GET /applications/:id/confirmation': company,
  'POST /applications/:id/submission': companyWhile(editable),
  'GET /applications/:id/receipt': company,
  'GET /applications/:id/status': company,
  'GET /applications/:id/withdrawal': company,
  'POST /applications/:id/withdrawal': companyWhile(open),

  'GET /applications/:id/renewal': company,
  'POST /applications/:id/renewal': companyWhile(editable),
  'POST /renewals': company,
  'GET /letters/:id': companyAndSecretariat,
  'GET /open-data': everybody,
  'GET /open-data/companies.csv': everybody,
  'GET /open-data/companies.json': everybody,
  'GET /open-data/practices.csv': everybody,
  'GET /open-data/practices.json': everybody,
  'GET /open-data/statistics.csv': everybody,
  'GET /open-data/statistics.json': everybody,
  'GET /open-data/openapi.json': everybody,
  'GET /guides/:slug': everybody,
  'GET /settings/guides': secretariat,
  'GET /settings/guides/:slug': secretariat,
  'POST /settings/guides/:slug': secretariat,
  'POST /settings/guides/:slug/standard': secretariat,
  'GET /settings/letters': secretariat,
  'GET /settings/letters/:kind': secretariat,
  'POST /settings/letters/:kind': secretariat,
  'GET /settings/letters/:kind/preview': secretariat,
  'POST /settings/letters/:kind/preview': secretariat,
  'POST /settings/letters/:kind/standard': secretariat,

  'GET /company/certifications/:id': company,
  'POST /company/certifications/:id/proceedings/:proceedingId/answer': company,
  'GET /company/certifications/:id/badge': company,
  'GET /company/certifications/:id/surrender': company,
  'POST /company/certifications/:id/surrender': company,

  'GET /certifications': secretariat,
  'GET /certifications/list.csv': secretariat,
  'GET /certifications/:id': secretariat,
  'GET /certifications/:id/proceedings': secretariat,
  'POST /certifications/:id/proceedings': secretariat,
  'GET /certifications/:id/proceedings/:proceedingId/answer': secretariat,
  'POST /certifications/:id/proceedings/:proceedingId/answer': secretariat,
  'GET /certifications/:id/proceedings/:proceedingId/decision': secretariat,
  'POST /certifications/:id/proceedings/:proceedingId/decision': secretariat,

  'GET /certificates/:id': companyAndSecretariat,
  'GET /certificates/:id/original': secretariat,
  'GET /certificates/:id/signed-copy': secretariat,
  'POST /certificates/:id/signed-copy': secretariat,

  'GET /reports/indicator': bothOffices,
  'GET /reports/ceremony': secretariat,
  'GET /reports/ceremony.csv': secretariat,
  'GET /reports/newsletter': secretariat,
  'POST /reports/newsletter/text': secretariat,

  'GET /publicity': secretariat,
  'GET /publicity/:id': secretariat,
  'GET /publicity/:id/:kind.webp': secretariat,
  'POST /publicity/:id/approval': secretariat,
  'POST /publicity/:id/return': secretariat,

  'GET /administration': administrator,
  'GET /administration/officials': administrator,
  'POST /administration/officials': administrator,
  'GET /administration/officials/:id/removal': administrator,
  'POST /administration/officials/:id/removal': administrator,
  'GET /administration/officials/:id/second-factor/removal': administrator,
  'POST /administration/officials/:id/second-factor/removal': administrator,
  'GET /administration/sessions': administrator,
  'POST /administration/sessions': administrator,
  'GET /administration/sessions/everybody': administrator,
  'POST /administration/sessions/everybody': administrator,
  'POST /administration/mails/retries': administrator,
  'POST /administration/mails/:id/retry': administrator,

  'GET /desk': secretariat,
  'GET /desk/cases.csv': secretariat,
  'GET /cases/:id': secretariat,
  'POST /cases/:id/decisions': secretariatWhile(examined),
  'POST /cases/:id/route': secretariatWhile(examined),
  'POST /cases/:id/reading': secretariatWhile(examined),
  'POST /cases/:id/agenda': secretariatWhile(examined),
  'GET /cases/:id/agenda/removal': secretariat,
  'POST /cases/:id/agenda/removal': secretariatWhile(beforeCommittee),
  'GET /cases/:id/attachments/:attachmentId': secretariat,
  'POST /cases/:id/mails/:mailId/delivery': secretariat,
  'GET /cases/:id/correction': secretariat,
  'POST /cases/:id/correction': secretariatWhile(examined),
  'GET /cases/:id/hearings': secretariat,
  'POST /cases/:id/hearings': secretariatWhile(open),
  'GET /cases/:id/withdrawal': secretariat,
  'POST /cases/:id/withdrawal': secretariatWhile(open),
  'GET /cases/:id/decision': secretariat,
  'POST /cases/:id/decision': secretariatWhile(decidable),

  'GET /renewals': secretariat,
  'GET /renewals/list.csv': secretariat,
  'POST /renewals/:id/notices': secretariat,

  'GET /committee-members': secretariat,
  'POST /committee-members': secretariat,
  'GET /committee-members/:id/removal': secretariat,
  'POST /committee-members/:id/removal': secretariat,
  'GET /meetings': bothOffices,
  'POST /meetings': secretariat,
  'GET /meetings/:id': bothOffices,
  'POST /meetings/:id': secretariat,
  'POST /meetings/:id/agenda': secretariat,
  'POST /meetings/:id/agenda/:applicationId/removal': secretariat,
  'POST /meetings/:id/invitation': secretariat,
  'GET /meetings/:id/minutes': bothOffices,
  'GET /meetings/:id/minutes.txt': bothOffices,
  'GET /meetings/:id/minutes.csv': secretariat,
  'POST /meetings/:id/announcement': secretariat,
  'GET /meetings/:id/papers': bothOffices,
  'POST /meetings/:id/papers': secretariat,
  'GET /meetings/:id/cancellation': secretariat,
  'POST /meetings/:id/cancellation': secretariat,
  'GET /meetings/:id/closure': secretariat,
  'POST /meetings/:id/closure': secretariat,
  'GET /meetings/:id/cases/:applicationId': bothOffices,
  'GET /meetings/:id/cases/:applicationId/attachments/:attachmentId': bothOffices,
  'POST /meetings/:id/cases/:applicationId/opinion': committeeWhile(['awaiting_committee'])
}
