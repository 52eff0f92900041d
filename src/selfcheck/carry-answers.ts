import { takeMarks } from '../applications/take-marks.ts'
import { paths } from '../paths.ts'
import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { takeUpRenewal } from '../renewals/take-up-renewal.ts'
import { carriedWords } from './carried-words.ts'
import type { SelfCheck } from './self-check.ts'

export type CarriedAnswers =
  /** Where to go on, and what to say there. */
  | { readonly ok: true; readonly url: string; readonly words: string }
  | { readonly ok: false; readonly reason: 'under-way' }

/**
 * Carries the marks of a self-check into the company's application: into its draft, or into one that begins with them. A
 * certified company is led to its renewal instead, which is filled in with what was certified. The declaration is not
 * carried: it is made in the application, by somebody who is signed in.
 * @throws NotFoundError when there is no such company
 */
export const carryAnswers = async (
  context: Context,
  input: {
    readonly companyId: string
    readonly actor: Actor & { readonly id: string }
    readonly sheet: SelfCheck
  }
): Promise<CarriedAnswers> => {
  const { companyId, actor, sheet } = input
  const renewal = await takeUpRenewal(context, { companyId, actor })
  if (renewal !== null) return { ok: true, ...renewal }
  const taken = await takeMarks(context, { companyId, actor, marks: sheet.marks })
  if (!taken.ok) return { ok: false, reason: taken.reason }
  return { ok: true, url: paths.application(taken.applicationId), words: carriedWords(taken) }
}
