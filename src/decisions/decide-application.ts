import type { Application } from '../applications/application.ts'
import { lockApplication } from '../applications/application-store.ts'
import { changeStatus } from '../applications/change-status.ts'
import type { CertificateIssue } from '../certificates/add-certificate.ts'
import { lockCertification } from '../certificates/certification-record-store.ts'
import { findCertificationBy } from '../certificates/certification-store.ts'
import { issueCertificate } from '../certificates/issue-certificate.ts'
import { issueRenewal } from '../certificates/issue-renewal.ts'
import { MissingGlyphError } from '../documents/glyphs.ts'
import type { LetterDraft } from '../letters/letter.ts'
import { sendLetter } from '../letters/send-letter.ts'
import type { Actor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { SigningExpiredError } from '../platform/document-signer.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { CaseFile } from '../screening/case-file.ts'
import { findRecipients } from '../screening/find-recipients.ts'
import {
  basisOf,
  type DecisionProblem,
  type DecisionRequest,
  decisionProblem,
  type Outcome,
  passedTitles
} from './decision.ts'
import { certifiedValues, refusedDraft, renewedValues } from './decision-letters.ts'
import { findDecision, insertDecision } from './decision-store.ts'
import { type DecisionCase, readDecisionCase } from './read-decision-case.ts'

export type DecisionResult =
  | { readonly ok: true; readonly certificate: CertificateIssue | null }
  /** Somebody decided before; `outcome` is what stands. */
  | { readonly ok: false; readonly reason: 'decided'; readonly outcome: Outcome }
  | { readonly ok: false; readonly reason: 'problem'; readonly problem: DecisionProblem }

type Decider = Actor & { readonly id: string }

/** Sends the letter on a decision to everybody at the company. */
const announce = async <K extends 'certified' | 'renewed' | 'refused'>(
  tx: Database,
  context: Context,
  { application }: CaseFile,
  letter: LetterDraft<K>
): Promise<void> => {
  const { id: subjectId, companyId } = application
  await sendLetter(tx, context, { ...letter, companyId, subjectId, to: await findRecipients(tx, companyId) })
}

type Certification = { readonly startsOn: CalendarDate | null; readonly actor: Decider }

const certify = async (
  tx: Database,
  context: Context,
  { file, certification, facts }: DecisionCase,
  { startsOn, actor }: Certification
): Promise<CertificateIssue> => {
  const { companyId, id: applicationId } = file.application
  const companyName = file.submission.content.profile.name
  const order = { applicationId, companyName, passedCategoryTitles: passedTitles(file), actor }
  if (certification !== null && facts.renewal !== null) {
    const certificate = await issueRenewal(tx, context, { ...order, certification })
    const values = renewedValues(context, file.application, certificate, facts.renewal.renewalCount)
    await announce(tx, context, file, { kind: 'renewed', addressee: companyName, values })
    return certificate
  }
  const certificate = await issueCertificate(tx, context, { ...order, companyId, startsOn: startsOn ?? facts.today })
  const values = certifiedValues(context, file.application, certificate)
  await announce(tx, context, file, { kind: 'certified', addressee: companyName, values })
  return certificate
}

const refuse = async (tx: Database, context: Context, decisionCase: DecisionCase, reasons: string): Promise<null> => {
  await announce(tx, context, decisionCase.file, refusedDraft(context, decisionCase, reasons))
  return null
}

/** The certification of a renewal, so that nobody ends it meanwhile. Whoever ends one locks in this order too. */
const holdRenewed = async (tx: Database, { renews }: Application): Promise<void> => {
  const certification = renews === null ? null : await findCertificationBy(tx, renews)
  if (certification !== null) await lockCertification(tx, certification.id)
}

const decide = async (
  tx: Database,
  context: Context,
  { applicationId, request, actor }: { applicationId: string; request: DecisionRequest; actor: Decider }
): Promise<DecisionResult> => {
  const application = await lockApplication(tx, applicationId)
  const before = await findDecision(tx, applicationId)
  if (before !== null) return { ok: false, reason: 'decided', outcome: before.outcome }
  const startsOn = request.outcome === 'certified' ? request.startsOn : null
  await holdRenewed(tx, application)
  const decisionCase = await readDecisionCase(tx, context, application, startsOn)
  const problem = decisionProblem(decisionCase.facts, request)
  if (problem !== null) return { ok: false, reason: 'problem', problem }

  const { outcome, reasons } = request
  const route = decisionCase.facts.renewal?.route ?? null
  await changeStatus(tx, context, { applicationId, to: outcome, by: 'secretariat', actor, route, details: { reasons } })
  await insertDecision(tx, {
    id: context.ids(),
    applicationId,
    outcome,
    reasons,
    basis: basisOf(decisionCase.file),
    decidedOn: today(context.clock),
    decidedAt: context.clock.now(),
    decidedBy: actor.id
  })
  const certificate =
    request.outcome === 'certified'
      ? await certify(tx, context, decisionCase, { startsOn: request.startsOn, actor })
      : await refuse(tx, context, decisionCase, reasons)
  return { ok: true, certificate }
}

/**
 * Takes the city's decision on an application, once: state, decision with its basis, certificate, letters, all or nothing.
 * Refused when it was decided before, and for what stands against it. A character that the certificate cannot show,
 * wherever it stands, undoes everything, the number included; so does a signing certificate that ran out.
 * @throws NotFoundError when there is no such application, or it was never submitted
 */
export const decideApplication = async (
  context: Context,
  decision: { readonly applicationId: string; readonly request: DecisionRequest; readonly actor: Decider }
): Promise<DecisionResult> => {
  try {
    return await context.db.transaction((tx) => decide(tx, context, decision))
  } catch (error) {
    if (error instanceof SigningExpiredError)
      return { ok: false, reason: 'problem', problem: { kind: 'signing-expired' } }
    if (!(error instanceof MissingGlyphError)) throw error
    return { ok: false, reason: 'problem', problem: { kind: 'missing-glyphs', characters: error.characters } }
  }
}
