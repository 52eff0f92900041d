import type { EntryContent } from './entry.ts'

/** What a description for search engines needs to know besides the entry. URLs are absolute. */
export type DescribedCompany = {
  readonly entry: EntryContent
  readonly city: string
  /** What the certification is called. */
  readonly honour: string
  readonly url: string
  readonly photoUrl: string | null
  readonly logoUrl: string | null
}

type Value = Readonly<Record<string, unknown>>

const filled = (values: Readonly<Record<string, unknown>>): Value =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))

const legalEntity = (number: string | null): Value | null =>
  number === null ? null : { '@type': 'PropertyValue', propertyID: '法人番号', value: number }

/** A company in the vocabulary of schema.org, with its certification as an award: only what its page tells. */
export const companyData = ({ entry, city, honour, url, photoUrl, logoUrl }: DescribedCompany): Value =>
  filled({
    '@type': entry.address === null ? 'Organization' : 'LocalBusiness',
    '@id': url,
    name: entry.name,
    url: entry.website ?? url,
    mainEntityOfPage: url,
    description: entry.business ?? entry.headline,
    award: `${city} ${honour}（第${entry.number}号）`,
    identifier: legalEntity(entry.legalEntityNumber),
    address:
      entry.address === null ? null : { '@type': 'PostalAddress', addressCountry: 'JP', streetAddress: entry.address },
    image: photoUrl ?? logoUrl,
    logo: logoUrl
  })

/** The way to a page, from the first page on. URLs are absolute. */
export const breadcrumbData = (steps: readonly { readonly name: string; readonly url: string }[]): Value => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: url }))
})

/** A page of the directory as a list. URLs are absolute. */
export const listData = (
  name: string,
  companies: readonly { readonly name: string; readonly url: string }[]
): Value => ({
  '@type': 'ItemList',
  name,
  itemListElement: companies.map((company, index) => ({ '@type': 'ListItem', position: index + 1, ...company }))
})
