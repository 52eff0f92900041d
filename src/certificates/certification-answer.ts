import type { FastifyReply, FastifyRequest } from 'fastify'
import { CertificationPage } from '../../views/certificates/certification-page.tsx'
import { signingState } from '../documents/signing-state.ts'
import { lettersAbout } from '../letters/letter-store.ts'
import { paths } from '../paths.ts'
import { historyOf } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { type CertificationEvent, certificationKinds } from './certification-history.ts'
import { periodsOf, type RecordedPeriod } from './certification-record-store.ts'
import { type HeldCertification, readCertification } from './hold-certification.ts'
import { proceedingsOf } from './proceeding-store.ts'
import { openingProblem } from './revocation.ts'

/**
 * A certification by an id from a URL.
 * @throws NotFoundError when there is none
 */
export const certificationIn = async ({ db }: Pick<Context, 'db'>, id: string): Promise<HeldCertification> => {
  if (!isUuid(id)) throw new NotFoundError(`certification ${id}`)
  return readCertification(db, id)
}

/** The way to pages about a certification. */
export const certificationBreadcrumb = ({ record }: HeldCertification) => [
  { href: paths.certifications, label: '認定企業' },
  { href: paths.certification(record.id), label: record.companyName }
]

/** What happened to the certification itself, and what its applications brought it. */
const fullHistory = async (
  db: Database,
  id: string,
  periods: readonly RecordedPeriod[]
): Promise<readonly CertificationEvent[]> => {
  const own = await historyOf(db, id)
  const brought: CertificationEvent[] = []
  for (const { applicationId } of periods)
    brought.push(...(await historyOf(db, applicationId)).filter(({ kind }) => certificationKinds.includes(kind)))
  return [...brought, ...own].toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

/** Answers with the page of a certification; a refusal says why something was not done. */
export const answerCertification = async (
  { db, clock, signer, offersCredentials }: Pick<Context, 'db' | 'clock' | 'signer' | 'offersCredentials'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { record, proceeding, renewal }: HeldCertification,
  refusal: string | null = null
): Promise<FastifyReply> => {
  const on = today(clock)
  const periods = await periodsOf(db, record.id)
  const page = CertificationPage({
    frame: request.frame({
      title: record.companyName,
      breadcrumb: [{ href: paths.certifications, label: '認定企業' }],
      showHeading: false
    }),
    record,
    periods,
    proceedings: await proceedingsOf(db, record.id),
    letters: await lettersAbout(db, record.id),
    renewal,
    signing: signingState(signer, clock.now()),
    offersCredentials,
    history: await fullHistory(db, record.id, periods),
    on,
    canOpen: openingProblem(record, proceeding !== null, on) === null,
    refusal
  })
  return sendPage(reply, page, refusal === null ? 200 : 409)
}
