import { beginApplication } from '../applications/begin-application.ts'
import { paths } from '../paths.ts'
import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { carryAnswers } from './carry-answers.ts'
import { openLink } from './self-check.ts'

/** Where a company that has just registered goes on, and what it is told besides. */
type Beginning = { readonly url: string; readonly words: string | null }

/**
 * Begins the application of a company that has just registered, with the answers of the self-check that it came from. A
 * code that cannot be read does not stop it: the application then begins empty.
 * @param code of the self-check's link; empty where the company did not come from one
 */
export const beginWithAnswers = async (
  context: Context,
  input: { readonly companyId: string; readonly actor: Actor & { readonly id: string }; readonly code: string }
): Promise<Beginning> => {
  const { companyId, actor, code } = input
  const link = openLink(code)
  if (!link.ok)
    return {
      url: paths.application((await beginApplication(context, { companyId, actor })).applicationId),
      words: null
    }
  const carried = await carryAnswers(context, { companyId, actor, sheet: link.sheet })
  return carried.ok ? carried : { url: paths.company, words: null }
}
