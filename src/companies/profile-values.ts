import { industryName } from '../scheme/industries.ts'
import { changedFields, type Profile } from './profile.ts'
import { noNumberField } from './profile-form.ts'

/** A stored profile as the fields of its form hold it. */
export const profileValues = (profile: Profile): Readonly<Record<string, string>> => ({
  ...profile,
  legalEntityNumber: profile.legalEntityNumber ?? '',
  [noNumberField]: profile.legalEntityNumber === null ? 'yes' : '',
  employees: String(profile.employees)
})

/** The stored text of every entry in which a profile that was sent differs, by field name, as people read it. */
export const storedTexts = (stored: Profile, sent: Profile): Readonly<Record<string, string>> => {
  const texts: Readonly<Record<string, string>> = {
    ...profileValues(stored),
    legalEntityNumber: stored.legalEntityNumber ?? '法人番号はない（個人事業主）',
    industry: industryName(stored.industry) ?? ''
  }
  return Object.fromEntries(changedFields(stored, sent).map((field) => [field, texts[field] ?? '']))
}
