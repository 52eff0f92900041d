import type { FastifyReply, FastifyRequest } from 'fastify'
import { OwnCertificationPage } from '../../views/certificates/own-certification-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import { lettersAbout } from '../letters/letter-store.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import type { CertificationRecord } from './certification-record.ts'
import { findCertificationOf, periodsOf } from './certification-record-store.ts'
import { proceedingsOf } from './proceeding-store.ts'
import { canEnd } from './surrender.ts'

/**
 * The certification of the company that asks.
 * @throws NotFoundError for any other
 */
export const ownCertification = async (
  { db }: Pick<Context, 'db'>,
  request: FastifyRequest,
  id: string
): Promise<CertificationRecord> => {
  const { company } = viewerOf(request)
  const record = company === null || !isUuid(id) ? null : await findCertificationOf(db, company.id, id)
  if (record === null) throw new NotFoundError(`certification ${id}`)
  return record
}

/** The way to pages about a company's own certification. */
export const ownBreadcrumb = [{ href: paths.company, label: '申請と認定' }]

/** What else the page says: why something was not done, and what was typed as an answer. */
export type OwnPageNews = {
  readonly status?: number
  readonly refusal?: string
  readonly answer?: { readonly value: string; readonly error: string | undefined }
}

/** Answers with the page of a company's own certification. */
export const answerOwnCertification = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  request: FastifyRequest,
  reply: FastifyReply,
  record: CertificationRecord,
  news: OwnPageNews = {}
): Promise<FastifyReply> => {
  const on = today(clock)
  const page = OwnCertificationPage({
    frame: request.frame({
      title: `認定番号 第${record.number}号`,
      breadcrumb: ownBreadcrumb,
      showHeading: false,
      hasErrors: news.answer?.error !== undefined
    }),
    record,
    periods: await periodsOf(db, record.id),
    proceedings: await proceedingsOf(db, record.id),
    letters: await lettersAbout(db, record.id),
    on,
    canSurrender: canEnd(record, on),
    answer: news.answer ?? { value: '', error: undefined },
    refusal: news.refusal ?? null
  })
  return sendPage(reply, page, news.status)
}
