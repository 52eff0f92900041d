import { currentEditionId, editions } from '../checklist/index.ts'
import { nextMeeting } from '../committee/meeting-store.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { GuideSlug } from './guide.ts'
import type { GuideBlock } from './guide-block.ts'
import { readDocument } from './guide-document.ts'
import { type GuideDay, guideFacts } from './guide-facts.ts'
import { latestRevision } from './guide-store.ts'
import { standardGuides } from './standard-guides.ts'

/** The sheet that the guides speak of: the one in which applications are made now. */
export const guideEdition = editions[currentEditionId]

/** The day on which a guide is read, with the next meeting. */
export const readGuideDay = async ({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<GuideDay> => {
  const on = today(clock)
  return { on, meetingOn: (await nextMeeting(db, on))?.heldOn ?? null }
}

/** A guide as it is shown today. `changedAt` is when the city saved its own text; null where the standard stands. */
export const readGuide = async (
  context: Pick<Context, 'db' | 'clock' | 'scheme'>,
  slug: GuideSlug
): Promise<{ readonly blocks: readonly GuideBlock[]; readonly changedAt: Date | null }> => {
  const [revision, day] = [await latestRevision(context.db, slug), await readGuideDay(context)]
  const body = revision?.body ?? null
  return {
    blocks: readDocument(body ?? standardGuides[slug], guideFacts(guideEdition, context.scheme, day)),
    changedAt: body === null ? null : (revision?.savedAt ?? null)
  }
}
