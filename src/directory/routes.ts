import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CompanyPage } from '../../views/directory/company-page.tsx'
import { DirectoryPage } from '../../views/directory/directory-page.tsx'
import { EndedPage } from '../../views/directory/ended-page.tsx'
import { sendPublicPage } from '../accounts/send-public-page.ts'
import { certificationNumberIn } from '../certificates/certification-number.ts'
import { paths } from '../paths.ts'
import type { PictureKind } from '../pictures/picture.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { formValues } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { readDirectoryQuery } from './directory-query.ts'
import { findCurrentCode, findSuccessor } from './ending-store.ts'
import type { EntryContent } from './entry.ts'
import { findEntry } from './read-entries.ts'
import { readListing } from './read-listing.ts'
import { breadcrumbData, companyData, listData } from './structured-data.ts'

const home = { href: paths.home, label: 'トップページ' }
const directory = { href: paths.companies, label: '認定企業' }

/** The certified companies for everybody: the list with its search, and a page for each. */
export const directoryRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, clock, scheme, baseUrl } = context
  const steps = [home, directory].map(({ href, label }) => ({ name: label, url: `${baseUrl}${href}` }))
  const feeds = [{ title: `新しい${scheme.honour}`, path: paths.companiesFeed }]
  const urlOf = ({ number }: EntryContent): string => `${baseUrl}${paths.publicCompany(number)}`

  app.get(paths.companies, async (request, reply) => {
    const page = await readListing(context, readDirectoryQuery(formValues(request.query)))
    const companies = page.entries.map((entry) => ({ name: entry.name, url: urlOf(entry) }))
    const frame = request.frame({
      title: '認定企業',
      showHeading: false,
      breadcrumb: [home],
      wide: true,
      summary: {
        description: `${scheme.city}が認定した「${scheme.honour}」を、テレワークや男性の育休などの取組、業種、規模、言葉で探せます。`,
        path: paths.companies,
        structuredData: [breadcrumbData(steps), listData(scheme.honour, companies)],
        feeds
      }
    })
    return sendPublicPage(request, reply, DirectoryPage({ frame, honour: scheme.honour, ...page }))
  })

  const companyPage = async (request: FastifyRequest, reply: FastifyReply, entry: EntryContent) => {
    const { number, name, photo, logo } = entry
    const pictureUrl = (kind: PictureKind, sha256: string) => paths.companyPicture(number, kind, sha256)
    const absolute = (kind: PictureKind, sha256: string | undefined | null) =>
      sha256 == null ? null : `${baseUrl}${pictureUrl(kind, sha256)}`
    const described = {
      entry,
      city: scheme.city,
      honour: scheme.honour,
      url: urlOf(entry),
      photoUrl: absolute('photo', photo?.sha256),
      logoUrl: absolute('logo', logo)
    }
    const frame = request.frame({
      title: name,
      showHeading: false,
      breadcrumb: [home, directory],
      summary: {
        description: `${name}は、${scheme.city}の${scheme.honour}（第${number}号）です。${entry.headline}`,
        path: paths.publicCompany(number),
        imagePath: paths.companyCard(number),
        structuredData: [companyData(described), breadcrumbData([...steps, { name, url: urlOf(entry) }])],
        feeds
      }
    })
    const code = await findCurrentCode(db, number, today(clock))
    const verificationUrl = code === null ? null : paths.verification(code)
    return sendPublicPage(request, reply, CompanyPage({ frame, entry, pictureUrl, verificationUrl }))
  }

  app.get<{ Params: { number: string } }>(paths.publicCompany(':number'), async (request, reply) => {
    const number = certificationNumberIn(request.params.number)
    if (number === null) throw new NotFoundError(`certification ${request.params.number}`)
    const entry = await findEntry(context, number)
    if (entry !== null) return companyPage(request, reply, entry)
    const successor = await findSuccessor(db, number, today(clock))
    if (successor === null) throw new NotFoundError(`certification ${number}`)
    const frame = request.frame({ title: `第${number}号の認定は終わりました`, breadcrumb: [home, directory] })
    return sendPage(reply, EndedPage({ frame, currentNumber: successor.number }), 410)
  })
}
