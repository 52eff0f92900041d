import { findCertificateByCode, findCertificateByHash } from '../certificates/certificate-store.ts'
import { verificationAnswer } from '../certificates/verification-answer.ts'
import { parseVerificationCode } from '../certificates/verification-code.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { sha256Of } from '../platform/files.ts'
import { checkCredential } from './check-credential.ts'
import type { FileAnswer } from './file-verification.ts'
import { storedKeys } from './key-store.ts'
import { readBakedToken } from './read-baked-token.ts'
import { numbersEndedBy } from './status-store.ts'

type Reading = Pick<Context, 'db' | 'clock' | 'baseUrl'>

const ofPdf = async ({ db, clock }: Reading, content: Buffer): Promise<FileAnswer> => {
  const certificate = await findCertificateByHash(db, sha256Of(content))
  if (certificate === null) return { kind: 'strange-pdf' }
  const code = parseVerificationCode(certificate.verificationCode) ?? certificate.verificationCode
  return { kind: 'pdf', code, answer: verificationAnswer(certificate, today(clock)) }
}

const ofToken = async ({ db, clock, baseUrl }: Reading, token: string): Promise<FileAnswer> => {
  const on = today(clock)
  const city = { baseUrl, published: await storedKeys(db), ended: await numbersEndedBy(db, on), at: clock.now() }
  const check = await checkCredential(token, city)
  if (!check.ok) return { kind: check.reason }
  const certificate = await findCertificateByCode(db, check.verificationCode)
  return { kind: 'credential', code: check.verificationCode, answer: verificationAnswer(certificate, on) }
}

/**
 * What the city says of a file: of a PDF whether it is, byte by byte, one that it handed out, of a credential whether it
 * signed it. Null for any other file. Nothing of it is kept.
 */
export const readFileAnswer = async (context: Reading, content: Buffer): Promise<FileAnswer | null> => {
  if (content.subarray(0, 5).equals(Buffer.from('%PDF-'))) return ofPdf(context, content)
  const token = readBakedToken(content)
  return token === null ? null : ofToken(context, token)
}
