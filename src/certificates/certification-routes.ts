import type { FastifyInstance } from 'fastify'
import { CertificationsPage } from '../../views/certificates/certifications-page.tsx'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { asDownload } from '../platform/downloads.ts'
import { type FormValues, formValues, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { answerCertification, certificationIn } from './certification-answer.ts'
import { certificationCsv } from './certification-csv.ts'
import { type CertificationTab, certificationTabs, isInTab, pageBelow } from './certification-list.ts'
import { allCertifications } from './certification-record-store.ts'

const pageSize = 50
const longestSearch = 100

const tabIn = (values: FormValues): CertificationTab =>
  certificationTabs.find((tab) => tab === textOf(values, 'state')) ?? 'standing'

/** Longer than any name, or with what no name holds, is nothing that could be found. */
const searchIn = (values: FormValues): string =>
  [...textOf(values, 'q').replaceAll('\u0000', '')].slice(0, longestSearch).join('')

const belowIn = (values: FormValues): number | null => {
  const typed = textOf(values, 'below')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : null
}

/** The city's certifications: the list, for the screen and for a spreadsheet, and the page of one. */
export const certificationRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, clock } = context

  app.get(paths.certifications, async (request, reply) => {
    const query = formValues(request.query)
    const [tab, search, on] = [tabIn(query), searchIn(query), today(clock)]
    const all = await allCertifications(db, '')
    const found = search === '' ? all : await allCertifications(db, search)
    const countIn = (one: CertificationTab): number => all.filter((record) => isInTab(record, one, on)).length
    const page = CertificationsPage({
      frame: request.frame({ title: '認定企業', wide: true }),
      tab,
      search,
      on,
      counts: {
        standing: countIn('standing'),
        revocation: countIn('revocation'),
        expired: countIn('expired'),
        ended: countIn('ended'),
        all: all.length
      },
      page: pageBelow(
        found.filter((record) => isInTab(record, tab, on)),
        belowIn(query),
        pageSize
      )
    })
    return sendPage(reply, page)
  })

  app.get(paths.certificationsExport, async (request, reply) => {
    const query = formValues(request.query)
    const [tab, on] = [tabIn(query), today(clock)]
    const records = (await allCertifications(db, searchIn(query))).filter((record) => isInTab(record, tab, on))
    return asDownload(reply, `certifications-${tab}-${on}.csv`)
      .type('text/csv; charset=utf-8')
      .send(certificationCsv(records, on))
  })

  app.get<{ Params: { id: string } }>(paths.certification(':id'), async (request, reply) =>
    answerCertification(context, request, reply, await certificationIn(context, request.params.id))
  )
}
