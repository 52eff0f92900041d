import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formatDateTime } from '../../views/format.ts'
import { ExportPage } from '../../views/privacy/export-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import { historyOf } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { asDownload } from '../platform/downloads.ts'
import { sendPage } from '../platform/page.ts'
import { readExport } from './read-export.ts'
import { exportKind, exportsADay, recordExport } from './record-export.ts'
import { writeExport } from './write-export.ts'

const breadcrumb = [{ href: paths.company, label: '申請と認定' }]

const tooOften = `1日に書き出せるのは${exportsADay}回までです。時間をおいて、もう一度お試しください。`

/** The page from which a company takes a copy of all its data, and the copy. */
export const exportRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const { db, clock, scheme } = context

  const answer = async (request: FastifyRequest, reply: FastifyReply, refusal?: string) => {
    const { company } = viewerOf(request)
    const history = company === null ? [] : await historyOf(db, company.id)
    const page = ExportPage({
      frame: request.frame({ title: 'データの書き出し', breadcrumb, hasErrors: refusal !== undefined }),
      companyName: company?.name ?? null,
      refusal,
      exportsADay,
      earlier: history
        .filter(({ kind }) => kind === exportKind)
        .map(({ at, actorName }) => ({ at: formatDateTime(at), who: actorName }))
        .toReversed()
        .slice(0, 10)
    })
    return sendPage(reply, page, refusal === undefined ? 200 : 409)
  }

  app.get(paths.dataExport, (request, reply) => answer(request, reply))

  app.post(paths.dataExport, async (request, reply) => {
    const viewer = viewerOf(request)
    const { company } = viewer
    if (company === null)
      return answer(request, reply, '会社の情報がまだ登録されていないため、書き出すデータがありません。')
    const entries = await readExport(db, company.id)
    const recorded = await recordExport(context, {
      companyId: company.id,
      actor: actorOf(viewer),
      files: entries.length
    })
    if (!recorded.ok) return answer(request, reply, tooOften)
    const { section, phone, email } = scheme.secretariat
    const facts = {
      city: scheme.city,
      scheme: scheme.name,
      contact: `${section}　電話 ${phone}　メール ${email}`,
      companyName: company.name,
      madeAt: clock.now()
    }
    const archive = writeExport(entries, facts, (err) => request.log.error({ err }, 'a file of an export is missing'))
    const on = today(clock)
    return asDownload(reply, `${company.name} ${on}.zip`, `export-${on}.zip`).type('application/zip').send(archive)
  })
}
