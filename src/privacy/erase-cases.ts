import { lockApplication } from '../applications/application-store.ts'
import { deleteContent } from '../applications/erasure-store.ts'
import { deleteEntriesOf } from '../directory/entry-store.ts'
import { recordEvent, systemActor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { eraseEventDetails, withErasure } from '../platform/erasure.ts'
import { deleteMailsAbout } from '../platform/mail-erasure.ts'
import { deletePublicity } from '../publicity/erasure-store.ts'
import { deleteExamination } from '../screening/erasure-store.ts'
import { casesClosedBy, hasCertifiedCase } from './case-store.ts'
import { lastClosingOver } from './retention-days.ts'
import { workThrough } from './work-through.ts'

const erase = (context: Context, id: string): Promise<boolean> =>
  context.db.transaction(async (tx) => {
    const { companyId } = await lockApplication(tx, id)
    const erased = await withErasure(tx, { kind: 'subject', id }, async () => {
      if (!(await deleteContent(tx, id, context.clock.now()))) return false
      await deleteExamination(tx, id)
      return true
    })
    if (!erased) return false
    await eraseEventDetails(tx, id)
    await deleteMailsAbout(tx, id)
    await recordEvent(tx, context, { actor: systemActor, subjectId: id, kind: 'case-erased' })
    if (await hasCertifiedCase(tx, companyId, id)) return true
    await deletePublicity(tx, companyId)
    await deleteEntriesOf(tx, companyId)
    return true
  })

/**
 * Erases the cases whose time is over: what was entered, attached and sent, what was noted about it, the texts of its
 * history, its mails; with the last certified case also what the company published. The decision and the certification
 * stay, and so do the city's letters, papers and minutes. Each in a transaction of its own; a case is erased once.
 */
export const eraseCases = async (
  context: Context,
  report: (error: unknown) => void
): Promise<{ readonly casesErased: number }> => {
  const { caseFiscalYears } = context.scheme.retention
  const due = await casesClosedBy(context.db, lastClosingOver(today(context.clock), caseFiscalYears))
  return { casesErased: await workThrough(due, (id) => erase(context, id), report) }
}
