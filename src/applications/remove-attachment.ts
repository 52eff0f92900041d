import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { Attachment } from './application.ts'
import { isEditable } from './application-status.ts'
import { lockApplicationAs } from './application-store.ts'
import { findAttachment, markRemoved } from './attachment-store.ts'

export type Removal = { readonly ok: boolean; readonly attachment: Attachment }

/**
 * Takes a file away while the company may still change its answers. It is kept, because an earlier submission may have
 * named it; removing it once more changes nothing. Not ok when the answers can no longer be changed.
 * @throws NotFoundError when there is no such application of the person's company, or no such file
 */
export const removeAttachment = async (
  context: Pick<Context, 'db' | 'clock' | 'ids'>,
  input: {
    readonly applicationId: string
    readonly attachmentId: string
    readonly actor: Actor & { readonly id: string }
  }
): Promise<Removal> =>
  context.db.transaction(async (tx): Promise<Removal> => {
    const application = await lockApplicationAs(tx, input.actor.id, input.applicationId)
    const attachment = await findAttachment(tx, application.id, input.attachmentId)
    if (attachment === null) throw new NotFoundError(`attachment ${input.attachmentId}`)
    if (!isEditable(application.status)) return { ok: false, attachment }
    if (await markRemoved(tx, application.id, attachment.id, context.clock.now())) {
      const { itemCode, fileName, sha256 } = attachment
      await recordEvent(tx, context, {
        actor: input.actor,
        subjectId: application.id,
        kind: 'attachment-removed',
        details: { itemCode, fileName, sha256 }
      })
    }
    return { ok: true, attachment }
  })
