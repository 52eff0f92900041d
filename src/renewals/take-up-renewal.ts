import { paths } from '../paths.ts'
import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { beginRenewal } from './begin-renewal.ts'
import { refusalWords } from './refusal-words.ts'

/** Where a company goes in place of an initial application, and what it is told there. */
export type InsteadOfInitial = { readonly url: string; readonly words: string }

/**
 * What a company that asks for an initial application is led to instead: its renewal, while its certification can be
 * renewed; its home, while that is still to come. Null where an initial application is the right way.
 */
export const takeUpRenewal = async (
  context: Context,
  input: { readonly companyId: string; readonly actor: Actor & { readonly id: string } }
): Promise<InsteadOfInitial | null> => {
  const result = await beginRenewal(context, input)
  if (result.ok) return { url: paths.renewal(result.applicationId), words: '認定があるため、更新の申請をはじめます。' }
  const { reason } = result
  return reason.kind === 'not-yet' ? { url: paths.company, words: refusalWords(reason) } : null
}
