import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { AnswerChannel, Proceeding, ProceedingOutcome } from './revocation.ts'
import { certifications, revocationProceedings } from './table.ts'

const opener = alias(users, 'opener')
const answerer = alias(users, 'answerer')
const decider = alias(users, 'decider')

const select = (db: Database) =>
  db
    .select({
      row: revocationProceedings,
      openedByName: opener.name,
      answeredByName: answerer.name,
      decidedByName: decider.name
    })
    .from(revocationProceedings)
    .innerJoin(opener, eq(opener.id, revocationProceedings.openedBy))
    .leftJoin(answerer, eq(answerer.id, revocationProceedings.answeredBy))
    .leftJoin(decider, eq(decider.id, revocationProceedings.decidedBy))

type Row = Awaited<ReturnType<typeof select>>[number]

const proceedingOf = ({ row, openedByName, answeredByName, decidedByName }: Row): Proceeding => {
  const { id, certificationId, grounds, answerBy, openedAt } = row
  const { answer, answerChannel, answeredAt, outcome, outcomeReason, decidedAt } = row
  return {
    id,
    certificationId,
    grounds,
    answerBy,
    openedAt,
    openedByName,
    answer:
      answer === null || answerChannel === null || answeredAt === null
        ? null
        : { text: answer, channel: answerChannel, at: answeredAt, byName: answeredByName ?? '' },
    decision:
      outcome === null || outcomeReason === null || decidedAt === null
        ? null
        : { outcome, reason: outcomeReason, at: decidedAt, byName: decidedByName ?? '' }
  }
}

/** All proceedings about a certification, the latest first. */
export const proceedingsOf = async (db: Database, certificationId: string): Promise<readonly Proceeding[]> =>
  (
    await select(db)
      .where(eq(revocationProceedings.certificationId, certificationId))
      .orderBy(desc(revocationProceedings.id))
  ).map(proceedingOf)

/** The proceeding about a certification that is not decided, or null. */
export const findOpenProceeding = async (db: Database, certificationId: string): Promise<Proceeding | null> => {
  const [row] = await select(db).where(
    and(eq(revocationProceedings.certificationId, certificationId), isNull(revocationProceedings.outcome))
  )
  return row === undefined ? null : proceedingOf(row)
}

/** What a company is asked about its certifications, and has not been decided: the number and the last day to answer. */
export const openProceedingsOf = (db: Database, companyId: string) =>
  db
    .select({
      certificationId: certifications.id,
      number: certifications.number,
      answerBy: revocationProceedings.answerBy,
      isAnswered: isNotNull(revocationProceedings.answer).mapWith(Boolean)
    })
    .from(revocationProceedings)
    .innerJoin(certifications, eq(certifications.id, revocationProceedings.certificationId))
    .where(and(eq(certifications.companyId, companyId), isNull(revocationProceedings.outcome)))

/** A proceeding about this very certification, or null. */
export const findProceeding = async (db: Database, certificationId: string, id: string): Promise<Proceeding | null> => {
  const [row] = await select(db).where(
    and(eq(revocationProceedings.certificationId, certificationId), eq(revocationProceedings.id, id))
  )
  return row === undefined ? null : proceedingOf(row)
}

export const insertProceeding = async (
  tx: Database,
  row: Pick<
    typeof revocationProceedings.$inferInsert,
    'id' | 'certificationId' | 'grounds' | 'answerBy' | 'openedAt' | 'openedBy'
  >
): Promise<void> => {
  await tx.insert(revocationProceedings).values(row)
}

/** Keeps what the company said; the certification is locked and the proceeding asked before. */
export const saveAnswer = async (
  tx: Database,
  id: string,
  answer: { readonly text: string; readonly channel: AnswerChannel; readonly at: Date; readonly by: string }
): Promise<void> => {
  const { text, channel, at, by } = answer
  await tx
    .update(revocationProceedings)
    .set({ answer: text, answerChannel: channel, answeredAt: at, answeredBy: by })
    .where(eq(revocationProceedings.id, id))
}

/** Closes a proceeding; the certification is locked and the proceeding asked before. */
export const saveOutcome = async (
  tx: Database,
  id: string,
  decision: { readonly outcome: ProceedingOutcome; readonly reason: string; readonly at: Date; readonly by: string }
): Promise<void> => {
  const { outcome, reason, at, by } = decision
  await tx
    .update(revocationProceedings)
    .set({ outcome, outcomeReason: reason, decidedAt: at, decidedBy: by })
    .where(eq(revocationProceedings.id, id))
}
