import { insertAccount } from '../../src/accounts/account-store.ts'
import type { DeclarationAnswers } from '../../src/applications/application.ts'
import { insertApplication } from '../../src/applications/application-store.ts'
import { applicationSections } from '../../src/applications/table.ts'
import type { Marks, RawEvidence } from '../../src/checklist/index.ts'
import { insertCompany, insertMember } from '../../src/companies/company-store.ts'
import type { Profile } from '../../src/companies/profile.ts'
import { dateOf } from '../../src/platform/clock.ts'
import type { Context } from '../../src/platform/context.ts'
import { evaluationYearOf } from '../../src/scheme/calendar.ts'
import { cheapestEvidence, cheapestMarks, profileOf } from './cases.ts'

export type DraftParts = {
  readonly profile?: Partial<Profile>
  readonly marks?: Marks
  readonly evidence?: Readonly<Record<string, RawEvidence>>
  readonly declarations?: DeclarationAnswers
}

/** An application that is being filled in. `email` can sign in for the company. */
export type Draft = {
  readonly applicationId: string
  readonly companyId: string
  readonly userId: string
  readonly email: string
}

let drafts = 0

const byCategory = <T>(values: Readonly<Record<string, T>>, number: number): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([code]) => code.startsWith(`${number}-`)))

/** A company with a draft as its pages would have saved it: ready to be sent unless a test leaves something out. */
export const draftCase = async (context: Context, parts: DraftParts = {}): Promise<Draft> => {
  const serial = ++drafts
  const profile = profileOf({ name: `株式会社下書き${serial}`, ...parts.profile })
  const [companyId, userId, applicationId] = [context.ids(), context.ids(), context.ids()]
  const email = `draft${serial}@draft${serial}.example.jp`
  const at = context.clock.now()
  const { marks = cheapestMarks, evidence = cheapestEvidence } = parts
  const declarations = parts.declarations ?? { legal_compliance: { declared: true, detail: '' } }
  await context.db.transaction(async (tx) => {
    await insertAccount(tx, { id: userId, name: profile.contactName, email, at })
    await insertCompany(tx, { ...profile, id: companyId, at, by: userId })
    await insertMember(tx, companyId, userId, at)
    await insertApplication(tx, {
      id: applicationId,
      companyId,
      kind: 'initial',
      edition: 'asaka-2023',
      evaluationYear: evaluationYearOf(dateOf(at)),
      status: 'draft',
      begunAt: at,
      begunBy: userId,
      statusSince: at
    })
    const saved = { applicationId, version: 1, updatedAt: at, updatedBy: userId }
    await tx.insert(applicationSections).values([
      { ...saved, section: 'declarations', data: declarations },
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => ({
        ...saved,
        section: `category-${number}`,
        data: { marks: byCategory(marks, number), evidence: byCategory(evidence, number) }
      }))
    ])
  })
  return { applicationId, companyId, userId, email }
}
