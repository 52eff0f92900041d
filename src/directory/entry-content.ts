import { editions } from '../checklist/index.ts'
import type { ShownField } from '../publicity/shown-field.ts'
import { type AchievementSource, achievementsOf, type CategoryAchievements } from '../reports/achievements.ts'
import { score } from '../scoring/index.ts'
import { claimedMeasures } from './claimed-measures.ts'
import type { EntryCategory, EntryContent } from './entry.ts'
import type { EntryCertification, EntryCompany, EntryPublicity, EntrySource } from './entry-source.ts'
import { headlineOf } from './headline.ts'
import type { Measure } from './measures.ts'
import { sizeBandOf } from './size-band.ts'

/** Stands in what an entry was made from: raise it when other contents are made from the same sources. */
export const makerVersion = 3

type Judged = AchievementSource & { readonly ratios: ReadonlyMap<number, number> }

/** What was confirmed, by the decision; of a paper what was entered of it, which stands as confirmed. */
const judgedOf = ({ edition: id, evaluationYear, basis, content }: EntryCertification): Judged | null => {
  if (basis === null && content === null) return null
  const edition = editions[id]
  const confirmedMarks = basis?.confirmedMarks ?? content?.marks ?? {}
  const reading = basis === null ? {} : { reading: basis.reading }
  const verdict = score(edition, { marks: confirmedMarks, ...reading })
  return {
    edition,
    evaluationYear,
    confirmedMarks,
    passedCategories: basis?.passedCategories ?? verdict.passedCategoryNumbers,
    evidence: content?.evidence ?? {},
    ratios: new Map(
      verdict.categories.map(({ number, checked, counted }) => [number, counted === 0 ? 0 : checked / counted])
    )
  }
}

const categoriesOf = (
  { edition, passedCategories, ratios }: Judged,
  told: readonly CategoryAchievements[],
  showsWords: boolean
): readonly EntryCategory[] =>
  edition.categories.map(({ number, title, shortTitle }) => {
    const achievements = told.find((one) => one.number === number)
    return {
      number,
      title,
      shortTitle,
      passed: passedCategories.includes(number),
      ratio: ratios.get(number) ?? 0,
      strength: achievements?.strength ?? null,
      practice: achievements?.practice ?? null,
      ownWords: showsWords ? (achievements?.ownWords ?? []) : []
    }
  })

const webAddress = (text: string): string | null => (/^https?:\/\/[^\s/]/i.test(text) ? text : null)

const aboutCompany = (company: EntryCompany, { shown, jobsUrl }: EntryPublicity) => {
  const agreed = (field: ShownField, text: string): string | null =>
    shown.includes(field) && text.trim() !== '' ? text.trim() : null
  return {
    name: company.name,
    nameKana: company.nameKana,
    legalEntityNumber: company.legalEntityNumber,
    industry: company.industry,
    size: agreed('size', sizeBandOf(company.employees).label),
    address: agreed('address', company.address),
    business: agreed('business', company.business),
    culture: agreed('culture', company.culture),
    website: webAddress(agreed('website', company.website) ?? ''),
    jobsUrl: webAddress(agreed('jobs', jobsUrl) ?? '')
  }
}

const aboutStatement = ({ statement }: EntryPublicity) => ({
  words: statement?.words.trim() ?? '',
  photo: statement?.photo == null ? null : { sha256: statement.photo, description: statement.photoDescription },
  logo: statement?.logo ?? null
})

/** What is told of a certified company, and the ids of the measures by which it is found. */
export type MadeContent = { readonly content: EntryContent; readonly measures: readonly Measure[] }

/** Makes everything that is told of a company in public from its sources: what it does not agree to show is not in it. */
export const contentOf = ({ certification, company, publicity }: EntrySource): MadeContent => {
  const judged = judgedOf(certification)
  const told = judged === null ? [] : achievementsOf(judged)
  const measures = judged === null ? [] : claimedMeasures(judged)
  const categories = judged === null ? [] : categoriesOf(judged, told, publicity.shown.includes('applicationWords'))
  const content = {
    number: certification.number,
    ...aboutCompany(company, publicity),
    certifiedSince: certification.firstStartsOn,
    certifiedBefore: certification.firstRenewalCount > 0,
    renewals: certification.renewalCount,
    startsOn: certification.startsOn,
    endsOn: certification.endsOn,
    headline: headlineOf(categories, told, measures),
    categories,
    measures: measures.map(({ label }) => label),
    ...aboutStatement(publicity)
  }
  return { content, measures }
}
