import { gzipSync } from 'node:zlib'
import { paths } from '../paths.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { type Issuing, issuerProfile } from './credential.ts'

/** The least length that the W3C asks for: which credential somebody checks cannot be told from the list they fetch. */
const leastBits = 131_072

/** The bits of the numbers in order, the first one leftmost, compressed and encoded as Bitstring Status List 1.0 wants it. */
export const encodedList = (numbers: readonly number[]): string => {
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0)
  const bits = Buffer.alloc(Math.max(leastBits, Math.ceil((highest + 1) / 8) * 8) / 8)
  for (const number of numbers) bits[number >> 3] = (bits[number >> 3] ?? 0) | (0x80 >> (number & 7))
  return `u${gzipSync(bits, { level: 9 }).toString('base64url')}`
}

/** How long a verifier may keep the list, in milliseconds. */
const keptFor = 5 * 60 * 1000

/**
 * The list of certifications that the city took back or a company gave back, as a credential: the bit at a certification's
 * number. It says nothing about certifications that ran out; their credentials say so themselves.
 */
export const statusListCredential = (issuing: Issuing, ended: readonly number[], on: CalendarDate) => {
  const id = `${issuing.baseUrl}${paths.credentialStatus}`
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerProfile(issuing).id,
    validFrom: `${on}T00:00:00+09:00`,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodedList(ended),
      ttl: keptFor
    }
  }
}
