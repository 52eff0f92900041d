import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formatPeriod } from '../../views/format.ts'
import { CeremonyPage } from '../../views/reports/ceremony-page.tsx'
import { NewsletterPage } from '../../views/reports/newsletter-page.tsx'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { asDownload } from '../platform/downloads.ts'
import { formValues, parseForm, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { ceremonyCsv } from './ceremony.ts'
import { newsletterText } from './newsletter.ts'
import { newsletterForm } from './period-form.ts'
import { readCeremony, readNewsletter } from './read-certified.ts'
import { type AskedDays, askedDays } from './report-days.ts'

const breadcrumb = [{ href: homes.secretariat, label: '案件' }]

/** What is made of certifications once they are decided: the ceremony's list and the text for the newsletter. */
export const publicationRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, clock, scheme } = context

  app.get(paths.ceremony, async (request, reply) => {
    const on = today(clock)
    const { period, shown } = askedDays(formValues(request.query), on)
    const page = CeremonyPage({
      frame: request.frame({ title: '認定式の名簿', breadcrumb, hasErrors: period === null, wide: true }),
      days: shown,
      periodWords: period === null ? '' : formatPeriod({ startsOn: period.from, endsOn: period.to }),
      guests: period === null ? [] : await readCeremony(db, { ...period, on }),
      exportUrl: `${paths.ceremonyExport}?${new URLSearchParams({ from: shown.from, to: shown.to })}`
    })
    return sendPage(reply, page, period === null ? 422 : 200)
  })

  app.get(paths.ceremonyExport, async (request, reply) => {
    const on = today(clock)
    const { period } = askedDays(formValues(request.query), on)
    if (period === null) return reply.redirect(`${paths.ceremony}?${queryOf(request)}`, 303)
    const csv = ceremonyCsv(await readCeremony(db, { ...period, on }))
    return asDownload(reply, `ceremony-${period.from}-${period.to}.csv`).type('text/csv; charset=utf-8').send(csv)
  })

  const newsletterPage = (
    request: FastifyRequest,
    reply: FastifyReply,
    { period, shown }: AskedDays,
    { text, count, error }: { readonly text: string; readonly count: number; readonly error?: string | undefined }
  ) => {
    const hasErrors = period === null || error !== undefined
    const frame = request.frame({ title: '広報誌の文', breadcrumb, hasErrors, scripts: ['copy-text'] })
    return sendPage(reply, NewsletterPage({ frame, days: shown, count, text, error }), hasErrors ? 422 : 200)
  }

  app.get(paths.newsletter, async (request, reply) => {
    const on = today(clock)
    const asked = askedDays(formValues(request.query), on)
    if (asked.period === null) return newsletterPage(request, reply, asked, { text: '', count: 0 })
    const companies = await readNewsletter(db, { ...asked.period, on })
    const { city, name: schemeName, honour } = scheme
    const period = { startsOn: asked.period.from, endsOn: asked.period.to }
    const text = newsletterText({ city, schemeName, honour, period, on }, companies)
    return newsletterPage(request, reply, asked, { text, count: companies.length })
  })

  app.post(paths.newsletterText, async (request, reply) => {
    const on = today(clock)
    const form = parseForm(newsletterForm, request.body)
    if (!form.ok) {
      const [text, error] = [textOf(form.values, 'text'), form.problems[0]?.message]
      return newsletterPage(request, reply, askedDays({}, on), { text, count: 0, error })
    }
    return asDownload(reply, `newsletter-${on}.txt`).type('text/plain; charset=utf-8').send(form.value.text)
  })
}

const queryOf = ({ url }: FastifyRequest): string => url.split('?').slice(1).join('?')
