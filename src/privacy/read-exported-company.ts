import { formatDateTime } from '../../views/format.ts'
import { findProfile } from '../companies/company-store.ts'
import { membersOf, openInvitationsOf } from '../companies/member-store.ts'
import { type Profile, profileLabels } from '../companies/profile.ts'
import type { Database } from '../platform/database.ts'
import { industryName } from '../scheme/industries.ts'
import { type ExportEntry, jsonEntry, tableEntry } from './export-entry.ts'

const isField = (name: string): name is keyof Profile => Object.hasOwn(profileLabels, name)

/** A profile as people read it: one line for each entry, in the order of its form. */
export const profileRows = (profile: Profile): readonly (readonly [string, string])[] =>
  Object.entries(profileLabels).map(([field, label]) => {
    const value = isField(field) ? profile[field] : null
    if (field === 'industry') return [label, industryName(profile.industry) ?? profile.industry]
    return [label, value === null ? 'なし' : String(value)]
  })

/** What a company says of itself, and who acts for it. */
export const companyEntries = (db: Database, companyId: string): readonly ExportEntry[] => {
  const people = async () => ({
    members: await membersOf(db, companyId),
    invitations: await openInvitationsOf(db, companyId)
  })
  const profile = async () => {
    const stored = await findProfile(db, companyId)
    if (stored === null) throw new Error(`the company ${companyId} of an export does not exist`)
    return stored
  }
  return [
    tableEntry('会社/会社の情報.csv', '会社の情報', async () => ({
      headings: ['項目', '内容'],
      rows: profileRows((await profile()).profile)
    })),
    jsonEntry('会社/会社の情報.json', '会社の情報', profile),
    tableEntry('会社/担当者.csv', '担当者と招待', async () => {
      const { members, invitations } = await people()
      return {
        headings: ['メールアドレス', '氏名', '状態', '日時'],
        rows: [
          ...members.map(({ email, name, since }) => [email, name, '担当者', formatDateTime(since)]),
          ...invitations.map(({ email, invitedAt }) => [email, '', '招待中', formatDateTime(invitedAt)])
        ]
      }
    }),
    jsonEntry('会社/担当者.json', '担当者と招待', people)
  ]
}
