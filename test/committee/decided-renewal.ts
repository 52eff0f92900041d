import type { Context } from '../../src/platform/context.ts'
import { routeChoices } from '../../src/screening/table.ts'
import { type Case, submittedCase } from '../support/cases.ts'
import { type RenewalParts, renewalCase } from '../support/renewals.ts'

type DecidedParts = RenewalParts & {
  readonly route?: 'simplified' | 'examination'
  /** The certified case that is renewed; without, one of its own. */
  readonly certified?: Omit<Case, 'number'>
}

/** A renewal that the secretariat decided on a way, written past the pages, as of the context's clock. */
export const decidedRenewal = async (
  context: Context,
  chosenBy: string,
  { route = 'simplified', certified, ...parts }: DecidedParts = {}
): Promise<Case> => {
  const renewal = await renewalCase(context, certified ?? (await submittedCase(context, { status: 'certified' })), {
    status: 'certified',
    ...parts
  })
  await context.db.insert(routeChoices).values({
    id: context.ids(),
    applicationId: renewal.applicationId,
    round: 1,
    route,
    proposed: route,
    grounds: [],
    reason: '',
    chosenAt: context.clock.now(),
    chosenBy
  })
  return renewal
}
