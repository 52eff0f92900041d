import type { EditionId } from '../checklist/edition.ts'
import { editions } from '../checklist/index.ts'
import { paths } from '../paths.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** What of the world a credential names: the city and where its portal stands. */
export type Issuing = { readonly scheme: Pick<Scheme, 'city' | 'name' | 'honour'>; readonly baseUrl: string }

/** The certificate that a credential says again: nothing that the verification page does not tell. */
export type CredentialFacts = {
  readonly number: number
  readonly companyName: string
  readonly edition: EditionId
  readonly period: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate }
  readonly issuedOn: CalendarDate
  /** With its hyphens. */
  readonly verificationCode: string
}

/** The contexts that give the words of a credential their meaning, in the order in which Open Badges 3.0 wants them. */
const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
] as const

const schemaUrl = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

/** The first and the last second of a day in Japan, where the periods are counted. */
const dawn = (day: CalendarDate): string => `${day}T00:00:00+09:00`
const dusk = (day: CalendarDate): string => `${day}T23:59:59+09:00`

/** Who issues, as verifiers read it; its id is the address where the same is published with the keys. */
export const issuerProfile = ({ scheme, baseUrl }: Issuing) => ({
  id: `${baseUrl}${paths.credentialIssuer}`,
  type: ['Profile'],
  name: scheme.city,
  url: baseUrl
})

/** What the standard asks, in the words of the edition by which a company was certified. */
const narrative = (edition: EditionId): string => {
  const sheet = editions[edition]
  const items = sheet.categories.reduce((total, category) => total + category.items.length, 0)
  const parts = sheet.categories.map(({ number, title }) => `${number}. ${title}`).join('\n')
  const rule =
    sheet.rule === 'categories'
      ? `${sheet.categories.length}分野${items}項目を市が審査します。分野ごとに半数以上の項目を満たすと合格で、${sheet.requiredCategories}分野以上の合格を認定の基準とします。`
      : `${sheet.categories.length}分野${items}項目を市が審査し、点数により認定します。`
  return `${rule}関係法令を遵守していることを条件とします。\n\n${parts}`
}

/** What is recognised: the same for every company that was certified by one edition. */
export const achievement = ({ scheme, baseUrl }: Issuing, edition: EditionId) => ({
  id: `${baseUrl}${paths.credentialAchievement(edition)}`,
  type: ['Achievement'],
  achievementType: 'Certification',
  inLanguage: 'ja',
  name: `${scheme.city}${scheme.honour}`,
  description: `仕事と生活の調和の実現に向けて、働きやすい職場づくりに積極的に取り組む事業者を、${scheme.city}が認定したものです。`,
  criteria: { narrative: narrative(edition) },
  image: {
    id: `${baseUrl}${paths.credentialImage}`,
    type: 'Image',
    caption: `${scheme.honour}のしるし`
  }
})

/**
 * A certificate as a verifiable credential: an OpenBadgeCredential of Open Badges 3.0 on the data model 2.0 of the W3C,
 * before it is signed. Whether the city took the certification back is asked of the status list, at the certification's
 * number.
 */
export const openBadgeCredential = (issuing: Issuing, facts: CredentialFacts) => {
  const { scheme, baseUrl } = issuing
  const { number, companyName, period, verificationCode } = facts
  const status = `${baseUrl}${paths.credentialStatus}`
  return {
    '@context': contexts,
    id: `${baseUrl}${paths.credential(verificationCode, 'jwt')}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${scheme.city}${scheme.honour} 第${number}号`,
    description: `${companyName}を${scheme.city}${scheme.honour}として認定したことの証明です。`,
    issuer: issuerProfile(issuing),
    validFrom: dawn(period.startsOn),
    validUntil: dusk(period.endsOn),
    awardedDate: dawn(facts.issuedOn),
    credentialSubject: {
      id: `${baseUrl}${paths.publicCompany(number)}`,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: companyName }],
      licenseNumber: `第${number}号`,
      achievement: achievement(issuing, facts.edition)
    },
    credentialStatus: {
      id: `${status}#${number}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(number),
      statusListCredential: status
    },
    credentialSchema: [{ id: schemaUrl, type: '1EdTechJsonSchemaValidator2019' }]
  } as const
}

export type OpenBadgeCredential = ReturnType<typeof openBadgeCredential>

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000)

/** The credential with the claims by which JSON Web Tokens say the same (Open Badges 3.0, JSON Web Token Proof Format). */
export const tokenClaims = (credential: OpenBadgeCredential) => ({
  ...credential,
  iss: credential.issuer.id,
  sub: credential.credentialSubject.id,
  jti: credential.id,
  nbf: seconds(credential.validFrom),
  exp: seconds(credential.validUntil)
})
