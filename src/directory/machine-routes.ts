import type { FastifyInstance } from 'fastify'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { sendTagged } from '../platform/tagged-answer.ts'
import { feedOf, sitemapOf } from './feed.ts'
import { certifiedFreshness } from './freshness-store.ts'
import { newestCertified } from './read-entries.ts'

/** As many as came in a few years: readers keep what they have seen. */
const feedLength = 30

/** What the directory tells machines: the feed of new certifications, the sitemap, and what crawlers may read. */
export const machineRoutes = async (
  app: FastifyInstance,
  {
    context,
    publicPages
  }: {
    readonly context: Context
    /** Paths of all pages besides the companies' that everybody may find. */
    readonly publicPages: readonly string[]
  }
): Promise<void> => {
  const { db, clock, scheme, baseUrl } = context

  app.get(paths.companiesFeed, async (request, reply) => {
    const on = today(clock)
    const facts = {
      title: `新しい${scheme.honour}（${scheme.city}）`,
      subtitle: `${scheme.city}が新しく認定した企業のお知らせ`,
      author: scheme.city,
      baseUrl,
      on
    }
    const { newest } = await newestCertified(context, { on, count: feedLength })
    const feed = feedOf(facts, newest)
    return sendTagged(request, reply, 'application/atom+xml; charset=utf-8', feed)
  })

  app.get(paths.sitemap, async (request, reply) => {
    const certified = await certifiedFreshness(db, today(clock))
    const numbers = certified.map(({ number }) => number).toSorted((one, other) => one - other)
    const found = [...publicPages, ...numbers.map(paths.publicCompany)]
    const sitemap = sitemapOf(found.map((path) => `${baseUrl}${path}`))
    return sendTagged(request, reply, 'application/xml; charset=utf-8', sitemap)
  })

  // Searches of the directory are endless and lead to nothing that the sitemap does not name.
  app.get(paths.robots, async (request, reply) => {
    const lines = ['User-agent: *', `Disallow: ${paths.companies}?`, `Disallow: ${paths.verifications}`]
    const text = [...lines, '', `Sitemap: ${baseUrl}${paths.sitemap}`, ''].join('\n')
    return sendTagged(request, reply, 'text/plain; charset=utf-8', text)
  })
}
