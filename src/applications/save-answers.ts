import type { FastifyReply, FastifyRequest } from 'fastify'
import { ClosedPage } from '../../views/applications/closed-page.tsx'
import { timeWords } from '../../views/browser/save-words.ts'
import { wantsJson } from '../accounts/guard.ts'
import type { FieldProblem } from '../checklist/index.ts'
import { paths } from '../paths.ts'
import { sendPage } from '../platform/page.ts'
import type { Application } from './application.ts'
import { statusLabels } from './application-status.ts'
import type { Difference } from './differences.ts'
import type { SectionSave } from './save-section.ts'

/**
 * What the page's own script is told of a save: the new version and time; beside them what is wrong with the entries that
 * were kept (422); or who was faster (409). `save` is null where nothing could be kept.
 */
export const savedAnswer = (
  reply: FastifyReply,
  save: Exclude<SectionSave, { readonly reason: 'status' }> | null,
  problems: readonly FieldProblem[],
  now: Date
): FastifyReply => {
  if (save === null) return reply.code(422).send({ saved: null, problems })
  if (!save.ok) {
    const { savedBy, savedAt } = save.stored
    return reply.code(409).send({ conflict: { savedBy, savedAt: timeWords(savedAt, now) } })
  }
  const saved = { version: save.version, savedAt: save.savedAt }
  return problems.length === 0 ? reply.send({ saved, problems }) : reply.code(422).send({ saved, problems })
}

/** The answer to a save of an application that can no longer be edited, as when a colleague has submitted it. */
export const sendClosed = (
  request: FastifyRequest,
  reply: FastifyReply,
  { id, status }: Pick<Application, 'id' | 'status'>,
  typed: readonly Difference[]
): FastifyReply => {
  if (wantsJson(request)) return reply.code(409).send({ closed: { label: statusLabels[status] } })
  const page = ClosedPage({
    frame: request.frame({ title: '入力内容を変更できません' }),
    statusLabel: statusLabels[status],
    statusUrl: paths.applicationStatus(id),
    typed
  })
  return sendPage(reply, page, 409)
}
