import type { VNode } from 'preact'
import { CompanyContent } from '../../views/directory/company-page.tsx'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import type { Publicity } from '../publicity/publicity.ts'
import { shownFields } from '../publicity/shown-field.ts'
import type { ShownTexts } from '../publicity/shown-texts.ts'
import { nothingSaid } from '../publicity/statement.ts'
import type { EntryContent } from './entry.ts'
import { previewEntry } from './read-entries.ts'

const everything: Publicity = { shown: shownFields, jobsUrl: '', statement: nothingSaid }

const paragraph = (text: string | null | undefined): readonly string[] => (text == null ? [] : [text])

const textsOf = (entry: EntryContent | null): ShownTexts => ({
  address: paragraph(entry?.address),
  size: paragraph(entry?.size),
  business: paragraph(entry?.business),
  culture: paragraph(entry?.culture),
  website: paragraph(entry?.website),
  jobs: [],
  applicationWords: entry?.categories.flatMap(({ ownWords }) => ownWords) ?? []
})

/** What each field would show of a company if it agreed to all of them. */
const showTexts = async (context: Pick<Context, 'db'>, companyId: string): Promise<ShownTexts> =>
  textsOf(await previewEntry(context, companyId, everything))

/**
 * A company's public page without what surrounds it, as `publicity` would have it; its pictures from where only the
 * company itself sees them. Null where it was never certified.
 */
const showCompany = async (
  context: Pick<Context, 'db'>,
  companyId: string,
  publicity: Publicity
): Promise<VNode | null> => {
  const entry = await previewEntry(context, companyId, publicity)
  if (entry === null) return null
  return CompanyContent({ entry, pictureUrl: (_kind, sha256) => paths.ownPicture(sha256), verificationUrl: null })
}

/** What a company is shown of its own page while it decides what may be on it. */
export const showCompanies = (context: Pick<Context, 'db'>) => ({
  shownTexts: (companyId: string): Promise<ShownTexts> => showTexts(context, companyId),
  publicPage: (companyId: string, publicity: Publicity): Promise<VNode | null> =>
    showCompany(context, companyId, publicity)
})
