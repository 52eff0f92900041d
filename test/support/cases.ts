import { insertAccount } from '../../src/accounts/account-store.ts'
import { grantRole } from '../../src/accounts/grant-role.ts'
import type { OfficialRole } from '../../src/accounts/viewer.ts'
import type { SubmissionContent } from '../../src/applications/application.ts'
import type { ApplicationStatus } from '../../src/applications/application-status.ts'
import { insertApplication, insertSubmission, updateStatus } from '../../src/applications/application-store.ts'
import type { EditionId, Marks, RawEvidence } from '../../src/checklist/index.ts'
import { insertCompany, insertMember } from '../../src/companies/company-store.ts'
import type { Profile } from '../../src/companies/profile.ts'
import { systemActor } from '../../src/platform/audit.ts'
import { dateOf } from '../../src/platform/clock.ts'
import type { Context } from '../../src/platform/context.ts'
import { evaluationYearOf } from '../../src/scheme/calendar.ts'

/** A manufacturer with an ordinary profile; a test names what matters to it. */
export const profileOf = (parts: Partial<Profile> = {}): Profile => ({
  name: '株式会社あさか製作所',
  nameKana: 'カブシキガイシャアサカセイサクショ',
  legalEntityNumber: null,
  postalCode: '351-0011',
  address: '埼玉県朝霞市本町1-1-1',
  industry: 'E',
  employees: 48,
  representativeTitle: '代表取締役',
  representativeName: '浅香 一郎',
  contactName: '総務 花子',
  contactEmail: 'soumu@asaka-seisakusho.example.jp',
  contactPhone: '048-000-1111',
  website: 'https://asaka-seisakusho.example.jp/',
  business: '精密部品の切削加工。半導体製造装置の部品を主に作っています。',
  culture: '工程ごとの小さな班で相談しながら進める、声をかけやすい職場です。',
  ...parts
})

/** Four marks in three categories: the cheapest way to the standard. */
export const cheapestMarks: Marks = { '1-1': 'checked', '5-1': 'checked', '5-2': 'checked', '7-2': 'checked' }

export const cheapestEvidence: Readonly<Record<string, RawEvidence>> = {
  '1-1': { text: 'イクボス宣言を行い、社内に掲示している。' },
  '5-1': { measures: ['paternity_leave'] },
  '5-2': { text: '事務職を対象に週2日までのテレワークを導入している。' },
  '7-2': { text: '市民まつりの運営に毎年参加している。' }
}

export type CaseParts = {
  readonly profile?: Partial<Profile>
  readonly marks?: Marks
  readonly evidence?: Readonly<Record<string, RawEvidence>>
  readonly status?: ApplicationStatus
  readonly attachments?: SubmissionContent['attachments']
  readonly declarations?: SubmissionContent['declarations']
  readonly edition?: EditionId
  /** What was sent is on a paper that was never entered. */
  readonly withoutSheet?: true | undefined
}

/** A case as it lies on the desk. */
export type Case = {
  readonly applicationId: string
  readonly companyId: string
  readonly email: string
  readonly number: string
}

let cases = 0

/**
 * A company with one submitted application, written past the pages, so that tests of later slices need none of the
 * earlier pages. `email` can sign in for the company.
 */
export const submittedCase = async (context: Context, parts: CaseParts = {}): Promise<Case> => {
  const serial = ++cases
  const profile = profileOf({ name: `株式会社あさか製作所${serial}`, ...parts.profile })
  const [companyId, userId, applicationId] = [context.ids(), context.ids(), context.ids()]
  const email = `soumu${serial}@company${serial}.example.jp`
  const at = context.clock.now()
  const number = `R8-${String(900 + serial)}`
  await context.db.transaction(async (tx) => {
    await insertAccount(tx, { id: userId, name: profile.contactName, email, at })
    await insertCompany(tx, { ...profile, id: companyId, at, by: userId })
    await insertMember(tx, companyId, userId, at)
    await insertApplication(tx, {
      id: applicationId,
      companyId,
      kind: 'initial',
      edition: parts.edition ?? 'asaka-2023',
      evaluationYear: evaluationYearOf(dateOf(at)),
      status: 'submitted',
      number,
      begunAt: at,
      begunBy: userId,
      submittedAt: at,
      statusSince: at
    })
    const sent = {
      id: context.ids(),
      applicationId,
      round: 1,
      content: {
        profile,
        declarations: parts.declarations ?? { legal_compliance: { declared: true, detail: '' } },
        marks: parts.marks ?? cheapestMarks,
        evidence: parts.evidence ?? cheapestEvidence,
        attachments: parts.attachments ?? [],
        attestedBy: profile.representativeName
      },
      submittedAt: at,
      submittedBy: userId,
      submittedOn: dateOf(at)
    }
    if (!parts.withoutSheet) await insertSubmission(tx, sent)
    if (parts.status !== undefined) await updateStatus(tx, applicationId, parts.status, at)
  })
  return { applicationId, companyId, email, number }
}

/** Adds a person of the secretariat or the committee, who can then sign in. */
export const official = async (context: Context, role: OfficialRole, name: string): Promise<string> => {
  const email = `${context.ids()}@city.example.jp`
  await grantRole(context, { email, name, role, actor: systemActor })
  return email
}
