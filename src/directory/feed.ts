import { paths } from '../paths.ts'
import { element, xmlDocument } from '../platform/xml.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { EntryContent } from './entry.ts'

/** What the feed says of itself. */
export type FeedFacts = {
  readonly title: string
  readonly subtitle: string
  readonly author: string
  /** Without a trailing slash. */
  readonly baseUrl: string
  /** The day the portal is as old as, where nobody is certified. */
  readonly on: CalendarDate
}

/** Midnight in Japan: a certification begins on a day, not at an instant. */
const instantOf = (date: CalendarDate): string => `${date}T00:00:00+09:00`

const entryOf = (entry: EntryContent, baseUrl: string): string => {
  const url = `${baseUrl}${paths.publicCompany(entry.number)}`
  const sentences = entry.categories.flatMap(({ strength }) => strength ?? [])
  return element('entry', [
    element('id', url),
    element('title', `${entry.name}（第${entry.number}号）`),
    element('link', '', { rel: 'alternate', type: 'text/html', href: url }),
    element('published', instantOf(entry.certifiedSince)),
    element('updated', instantOf(entry.certifiedSince)),
    element('summary', [...new Set([entry.headline, ...sentences])].join(''))
  ])
}

/** An Atom feed (RFC 4287) of the companies that were certified last, the newest first. */
export const feedOf = ({ title, subtitle, author, baseUrl, on }: FeedFacts, newest: readonly EntryContent[]): string =>
  xmlDocument(
    element(
      'feed',
      [
        element('id', `${baseUrl}${paths.companies}`),
        element('title', title),
        element('subtitle', subtitle),
        element('updated', instantOf(newest[0]?.certifiedSince ?? on)),
        element('author', [element('name', author)]),
        element('link', '', { rel: 'self', type: 'application/atom+xml', href: `${baseUrl}${paths.companiesFeed}` }),
        element('link', '', { rel: 'alternate', type: 'text/html', href: `${baseUrl}${paths.companies}` }),
        ...newest.map((entry) => entryOf(entry, baseUrl))
      ],
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'ja' }
    )
  )

/** A sitemap (sitemaps.org) of URLs. */
export const sitemapOf = (urls: readonly string[]): string =>
  xmlDocument(
    element(
      'urlset',
      urls.map((url) => element('url', [element('loc', url)])),
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }
    )
  )
