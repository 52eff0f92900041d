import { findOpenApplicationOf, lockCompanyOf } from '../applications/application-store.ts'
import { openRenewal } from '../applications/open-renewal.ts'
import { editions } from '../checklist/index.ts'
import type { Actor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { evaluationYearOf } from '../scheme/calendar.ts'
import { readBaseline } from '../screening/read-baseline.ts'
import { carriedFiles, carriedForm } from './carried-form.ts'
import { renewalEdition } from './renewal-edition.ts'
import { renewalSections, unchangedBody } from './renewal-sections.ts'
import { lastPeriodOf } from './renewal-store.ts'
import { type RenewalWindow, renewalWindow } from './renewal-window.ts'

type Person = Actor & { readonly id: string }

/** Why a renewal cannot be begun. */
export type RenewalRefusal =
  | { readonly kind: 'no-certification' }
  /** An initial application is under way. */
  | { readonly kind: 'other-application'; readonly applicationId: string }
  | Exclude<RenewalWindow, { readonly kind: 'open' | 'late' }>

export type RenewalBeginning =
  /** `begun` is false where the renewal was under way before. */
  | { readonly ok: true; readonly applicationId: string; readonly begun: boolean }
  | { readonly ok: false; readonly reason: RenewalRefusal }

const begin = async (
  tx: Database,
  context: Context,
  { companyId, renews, actor }: { readonly companyId: string; readonly renews: string; readonly actor: Person }
): Promise<string> => {
  const baseline = await readBaseline(tx, renews)
  const on = today(context.clock)
  const sheet = {
    edition: renewalEdition(baseline.application.edition, on, context.scheme),
    evaluationYear: evaluationYearOf(on)
  }
  const carried = carriedForm(baseline, sheet)
  return openRenewal(tx, context, {
    companyId,
    renews,
    ...sheet,
    sections: renewalSections(editions[sheet.edition], { ...carried, renewal: unchangedBody }),
    files: carriedFiles(baseline.content?.attachments ?? [], carried),
    actor
  })
}

/**
 * Begins the renewal of a company's last certification, filled in from it. A company whose renewal is under way is led to
 * it. The company is locked meanwhile, so that two clicks or two tabs at once make one.
 * @throws NotFoundError when there is no such company
 */
export const beginRenewal = (
  context: Context,
  { companyId, actor }: { readonly companyId: string; readonly actor: Person }
): Promise<RenewalBeginning> =>
  context.db.transaction(async (tx): Promise<RenewalBeginning> => {
    await lockCompanyOf(tx, companyId)
    const open = await findOpenApplicationOf(tx, companyId)
    if (open?.kind === 'renewal') return { ok: true, applicationId: open.id, begun: false }
    if (open !== null) return { ok: false, reason: { kind: 'other-application', applicationId: open.id } }
    const last = await lastPeriodOf(tx, companyId)
    if (last === null) return { ok: false, reason: { kind: 'no-certification' } }
    const window = renewalWindow(last, context.scheme, today(context.clock))
    if (window.kind !== 'open' && window.kind !== 'late') return { ok: false, reason: window }
    const applicationId = await begin(tx, context, { companyId, renews: last.applicationId, actor })
    return { ok: true, applicationId, begun: true }
  })
