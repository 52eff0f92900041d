import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessTable } from '../src/access.ts'
import { guardRoutes } from '../src/accounts/guard.ts'
import { openTestApp, type TestApp } from './support/app.ts'
import type { Answer, Browser } from './support/browser.ts'
import { official } from './support/cases.ts'
import { draftCase } from './support/drafts.ts'
import { expectValidHtml } from './support/html.ts'
import { filled, sharedWorlds, type World, worldOf } from './support/world.ts'

const roles = [
  'signed out',
  'newcomer',
  'other company',
  'own company',
  'committee',
  'secretariat',
  'administrator'
] as const
type Role = (typeof roles)[number]

/** What each of `roles` is answered who asks with the ids of one company's case: a plain GET, or an empty form. */
const table: Readonly<Record<string, readonly number[]>> = {
  'GET /': [200, 200, 200, 200, 200, 200, 200],
  'GET /companies': [200, 200, 200, 200, 200, 200, 200],
  'GET /companies/:number': [200, 200, 200, 200, 200, 200, 200],
  'GET /companies/feed.atom': [200, 200, 200, 200, 200, 200, 200],
  'GET /sitemap.xml': [200, 200, 200, 200, 200, 200, 200],
  'GET /robots.txt': [200, 200, 200, 200, 200, 200, 200],
  'GET /accessibility': [200, 200, 200, 200, 200, 200, 200],
  'GET /privacy': [200, 200, 200, 200, 200, 200, 200],
  'GET /health/live': [200, 200, 200, 200, 200, 200, 200],
  'GET /health/ready': [200, 200, 200, 200, 200, 200, 200],
  'GET /verify': [200, 200, 200, 200, 200, 200, 200],
  'GET /verify/:code': [200, 200, 200, 200, 200, 200, 200],
  'GET /verify/:code/credential.jwt': [404, 404, 404, 404, 404, 404, 404],
  'GET /verify/:code/credential.json': [404, 404, 404, 404, 404, 404, 404],
  'GET /verify/:code/credential.png': [404, 404, 404, 404, 404, 404, 404],
  'GET /verify/:code/credential.svg': [404, 404, 404, 404, 404, 404, 404],
  'GET /verify/file': [200, 200, 200, 200, 200, 200, 200],
  'POST /verify/file': [422, 422, 422, 422, 422, 422, 422],
  'GET /badges/:file': [200, 200, 200, 200, 200, 200, 200],
  'GET /credentials/issuer': [200, 200, 200, 200, 200, 200, 200],
  'GET /credentials/mark.svg': [200, 200, 200, 200, 200, 200, 200],
  'GET /credentials/status': [404, 404, 404, 404, 404, 404, 404],
  'GET /credentials/keys/:kid': [404, 404, 404, 404, 404, 404, 404],
  'GET /credentials/achievements/:edition': [200, 200, 200, 200, 200, 200, 200],
  'GET /.well-known/jwks.json': [200, 200, 200, 200, 200, 200, 200],
  'GET /.well-known/did.json': [200, 200, 200, 200, 200, 200, 200],

  'GET /self-check': [200, 200, 200, 200, 200, 200, 200],
  'GET /self-check/result': [422, 422, 422, 422, 422, 422, 422],
  'GET /self-check/application': [303, 422, 422, 422, 404, 404, 404],
  'POST /self-check/application': [401, 422, 422, 422, 404, 404, 404],

  'GET /sign-in': [200, 200, 200, 200, 200, 200, 200],
  'POST /sign-in': [422, 422, 422, 422, 422, 422, 422],
  'POST /sign-in/code': [422, 422, 422, 422, 422, 422, 422],
  'GET /sign-in/with/:provider': [404, 404, 404, 404, 404, 404, 404],
  'GET /sign-in/with/:provider/answer': [404, 404, 404, 404, 404, 404, 404],
  'GET /sign-out/:provider': [404, 404, 404, 404, 404, 404, 404],
  'GET /sign-in/factor': [303, 303, 303, 303, 303, 303, 303],
  'POST /sign-in/factor': [401, 303, 303, 303, 303, 303, 303],
  'GET /account/second-factor': [303, 200, 200, 200, 200, 200, 200],
  'POST /account/second-factor': [401, 422, 422, 422, 422, 422, 422],
  'POST /account/second-factor/removal': [401, 422, 422, 422, 422, 422, 422],
  'GET /account/sessions': [303, 200, 200, 200, 200, 200, 200],
  'POST /account/sessions/removal': [401, 303, 303, 303, 303, 303, 303],
  'POST /account/sessions/:id/removal': [401, 404, 404, 303, 404, 404, 404],
  'GET /account/session': [303, 200, 200, 200, 200, 200, 200],
  'GET /account': [303, 200, 200, 200, 200, 200, 200],
  'POST /account': [401, 422, 422, 422, 422, 422, 422],
  'POST /sign-out': [401, 303, 303, 303, 303, 303, 303],

  'GET /dev/mails': [200, 200, 200, 200, 200, 200, 200],
  'POST /dev/session': [404, 404, 404, 404, 404, 404, 404],

  'GET /company': [303, 200, 200, 200, 404, 404, 404],
  'GET /company/profile': [303, 200, 200, 200, 404, 404, 404],
  'POST /company/profile': [401, 422, 422, 422, 404, 404, 404],
  'GET /company/publicity': [303, 200, 200, 200, 404, 404, 404],
  'POST /company/publicity': [401, 409, 409, 409, 404, 404, 404],
  'GET /company/publicity/preview': [303, 200, 200, 200, 404, 404, 404],
  'POST /company/publicity/preview': [401, 409, 409, 200, 404, 404, 404],
  'POST /company/publicity/withdrawal': [401, 303, 303, 303, 404, 404, 404],
  'GET /company/publicity/pictures/:sha256.webp': [303, 404, 404, 200, 404, 404, 404],
  'GET /card.png': [200, 200, 200, 200, 200, 200, 200],
  'GET /companies/:number/card.png': [200, 200, 200, 200, 200, 200, 200],
  'GET /companies/:number/:kind/:sha256.webp': [200, 200, 200, 200, 200, 200, 200],
  'GET /company/export': [303, 200, 200, 200, 404, 404, 404],
  'POST /company/export': [401, 409, 200, 200, 404, 404, 404],
  'GET /company/deletion': [303, 200, 200, 200, 404, 404, 404],
  'GET /company/deletion/confirmation': [303, 200, 200, 200, 404, 404, 404],
  'POST /company/deletion/confirmation': [401, 422, 422, 422, 404, 404, 404],
  'GET /company/members': [303, 200, 200, 200, 404, 404, 404],
  'POST /company/members': [401, 409, 422, 422, 404, 404, 404],
  'POST /company/members/:id/removal': [401, 404, 404, 303, 404, 404, 404],
  'POST /company/invitations/:id/removal': [401, 404, 404, 303, 404, 404, 404],

  'POST /applications': [401, 303, 303, 303, 404, 404, 404],
  'GET /applications/:id': [303, 404, 404, 200, 404, 404, 404],
  'GET /applications/:id/declarations': [303, 404, 404, 200, 404, 404, 404],
  'POST /applications/:id/declarations': [401, 404, 404, 400, 404, 404, 404],
  'GET /applications/:id/categories/:number': [303, 404, 404, 200, 404, 404, 404],
  'POST /applications/:id/categories/:number': [401, 404, 404, 400, 404, 404, 404],
  'GET /applications/:id/attachments': [303, 404, 404, 200, 404, 404, 404],
  'GET /applications/:id/attachments/:attachmentId': [303, 404, 404, 200, 404, 404, 404],
  'POST /applications/:id/attachments/:attachmentId/removal': [401, 404, 404, 303, 404, 404, 404],
  'GET /applications/:id/items/:itemCode/attachments': [303, 404, 404, 200, 404, 404, 404],
  'POST /applications/:id/items/:itemCode/attachments': [401, 404, 404, 422, 404, 404, 404],
  'GET /applications/:id/confirmation': [303, 404, 404, 200, 404, 404, 404],
  'POST /applications/:id/submission': [401, 404, 404, 422, 404, 404, 404],
  'GET /applications/:id/receipt': [303, 404, 404, 200, 404, 404, 404],
  'GET /applications/:id/status': [303, 404, 404, 200, 404, 404, 404],
  'GET /applications/:id/withdrawal': [303, 404, 404, 200, 404, 404, 404],
  'POST /applications/:id/withdrawal': [401, 404, 404, 422, 404, 404, 404],

  'GET /applications/:id/renewal': [303, 404, 404, 200, 404, 404, 404],
  'POST /applications/:id/renewal': [401, 404, 404, 400, 404, 404, 404],
  'POST /renewals': [401, 303, 409, 409, 404, 404, 404],
  'GET /letters/:id': [303, 404, 404, 200, 404, 200, 404],
  'GET /open-data': [200, 200, 200, 200, 200, 200, 200],
  'GET /open-data/companies.csv': [200, 200, 200, 200, 200, 200, 200],
  'GET /open-data/companies.json': [200, 200, 200, 200, 200, 200, 200],
  'GET /open-data/practices.csv': [200, 200, 200, 200, 200, 200, 200],
  'GET /open-data/practices.json': [200, 200, 200, 200, 200, 200, 200],
  'GET /open-data/statistics.csv': [200, 200, 200, 200, 200, 200, 200],
  'GET /open-data/statistics.json': [200, 200, 200, 200, 200, 200, 200],
  'GET /open-data/openapi.json': [200, 200, 200, 200, 200, 200, 200],
  'GET /guides/:slug': [200, 200, 200, 200, 200, 200, 200],
  'GET /settings/guides': [303, 404, 404, 404, 404, 200, 404],
  'GET /settings/guides/:slug': [303, 404, 404, 404, 404, 200, 404],
  'POST /settings/guides/:slug': [401, 404, 404, 404, 404, 422, 404],
  'POST /settings/guides/:slug/standard': [401, 404, 404, 404, 404, 409, 404],
  'GET /settings/letters': [303, 404, 404, 404, 404, 200, 404],
  'GET /settings/letters/:kind': [303, 404, 404, 404, 404, 200, 404],
  'POST /settings/letters/:kind': [401, 404, 404, 404, 404, 422, 404],
  'GET /settings/letters/:kind/preview': [303, 404, 404, 404, 404, 200, 404],
  'POST /settings/letters/:kind/preview': [401, 404, 404, 404, 404, 422, 404],
  'POST /settings/letters/:kind/standard': [401, 404, 404, 404, 404, 409, 404],

  'GET /company/certifications/:id': [303, 404, 404, 200, 404, 404, 404],
  'POST /company/certifications/:id/proceedings/:proceedingId/answer': [401, 404, 404, 422, 404, 404, 404],
  'GET /company/certifications/:id/badge': [303, 404, 404, 200, 404, 404, 404],
  'GET /company/certifications/:id/surrender': [303, 404, 404, 200, 404, 404, 404],
  'POST /company/certifications/:id/surrender': [401, 404, 404, 422, 404, 404, 404],

  'GET /certifications': [303, 404, 404, 404, 404, 200, 404],
  'GET /certifications/list.csv': [303, 404, 404, 404, 404, 200, 404],
  'GET /certifications/:id': [303, 404, 404, 404, 404, 200, 404],
  'GET /certifications/:id/proceedings': [303, 404, 404, 404, 404, 200, 404],
  'POST /certifications/:id/proceedings': [401, 404, 404, 404, 404, 422, 404],
  'GET /certifications/:id/proceedings/:proceedingId/answer': [303, 404, 404, 404, 404, 200, 404],
  'POST /certifications/:id/proceedings/:proceedingId/answer': [401, 404, 404, 404, 404, 422, 404],
  'GET /certifications/:id/proceedings/:proceedingId/decision': [303, 404, 404, 404, 404, 200, 404],
  'POST /certifications/:id/proceedings/:proceedingId/decision': [401, 404, 404, 404, 404, 422, 404],

  'GET /certificates/:id': [303, 404, 404, 200, 404, 200, 404],
  'GET /certificates/:id/original': [303, 404, 404, 404, 404, 200, 404],
  'GET /certificates/:id/signed-copy': [303, 404, 404, 404, 404, 200, 404],
  'POST /certificates/:id/signed-copy': [401, 404, 404, 404, 404, 422, 404],

  'GET /reports/indicator': [303, 404, 404, 404, 200, 200, 404],
  'GET /reports/ceremony': [303, 404, 404, 404, 404, 200, 404],
  'GET /reports/ceremony.csv': [303, 404, 404, 404, 404, 200, 404],
  'GET /reports/newsletter': [303, 404, 404, 404, 404, 200, 404],
  'POST /reports/newsletter/text': [401, 404, 404, 404, 404, 422, 404],

  'GET /publicity': [303, 404, 404, 404, 404, 200, 404],
  'GET /publicity/:id': [303, 404, 404, 404, 404, 200, 404],
  'GET /publicity/:id/:kind.webp': [303, 404, 404, 404, 404, 200, 404],
  'POST /publicity/:id/approval': [401, 404, 404, 404, 404, 303, 404],
  'POST /publicity/:id/return': [401, 404, 404, 404, 404, 422, 404],

  'GET /administration/officials': [303, 404, 404, 404, 404, 404, 200],
  'POST /administration/officials': [401, 404, 404, 404, 404, 404, 422],
  'GET /administration/officials/:id/removal': [303, 404, 404, 404, 404, 404, 200],
  'POST /administration/officials/:id/removal': [401, 404, 404, 404, 404, 404, 303],
  'GET /administration/officials/:id/second-factor/removal': [303, 404, 404, 404, 404, 404, 200],
  'POST /administration/officials/:id/second-factor/removal': [401, 404, 404, 404, 404, 404, 422],
  'GET /administration': [303, 404, 404, 404, 404, 404, 200],
  'GET /administration/sessions': [303, 404, 404, 404, 404, 404, 200],
  'POST /administration/sessions': [401, 404, 404, 404, 404, 404, 422],
  'GET /administration/sessions/everybody': [303, 404, 404, 404, 404, 404, 200],
  'POST /administration/sessions/everybody': [401, 404, 404, 404, 404, 404, 422],
  'POST /administration/mails/retries': [401, 404, 404, 404, 404, 404, 303],
  'POST /administration/mails/:id/retry': [401, 404, 404, 404, 404, 404, 303],
  'GET /metrics': [404, 404, 404, 404, 404, 404, 404],

  'GET /desk': [303, 404, 404, 404, 404, 200, 404],
  'GET /desk/cases.csv': [303, 404, 404, 404, 404, 200, 404],
  'GET /cases/:id': [303, 404, 404, 404, 404, 200, 404],
  'POST /cases/:id/decisions': [401, 404, 404, 404, 404, 400, 404],
  'POST /cases/:id/route': [401, 404, 404, 404, 404, 400, 404],
  'POST /cases/:id/reading': [401, 404, 404, 404, 404, 422, 404],
  'POST /cases/:id/agenda': [401, 404, 404, 404, 404, 400, 404],
  'GET /cases/:id/agenda/removal': [303, 404, 404, 404, 404, 200, 404],
  'POST /cases/:id/agenda/removal': [401, 404, 404, 404, 404, 422, 404],
  'GET /cases/:id/attachments/:attachmentId': [303, 404, 404, 404, 404, 200, 404],
  'POST /cases/:id/mails/:mailId/delivery': [401, 404, 404, 404, 404, 409, 404],
  'GET /cases/:id/correction': [303, 404, 404, 404, 404, 409, 404],
  'POST /cases/:id/correction': [401, 404, 404, 404, 404, 422, 404],
  'GET /cases/:id/hearings': [303, 404, 404, 404, 404, 200, 404],
  'POST /cases/:id/hearings': [401, 404, 404, 404, 404, 422, 404],
  'GET /cases/:id/withdrawal': [303, 404, 404, 404, 404, 200, 404],
  'POST /cases/:id/withdrawal': [401, 404, 404, 404, 404, 422, 404],
  'GET /cases/:id/decision': [303, 404, 404, 404, 404, 200, 404],
  'POST /cases/:id/decision': [401, 404, 404, 404, 404, 409, 404],

  'GET /renewals': [303, 404, 404, 404, 404, 200, 404],
  'GET /renewals/list.csv': [303, 404, 404, 404, 404, 200, 404],
  'POST /renewals/:id/notices': [401, 404, 404, 404, 404, 400, 404],

  'GET /committee-members': [303, 404, 404, 404, 404, 200, 404],
  'POST /committee-members': [401, 404, 404, 404, 404, 422, 404],
  'GET /committee-members/:id/removal': [303, 404, 404, 404, 404, 200, 404],
  'POST /committee-members/:id/removal': [401, 404, 404, 404, 404, 303, 404],
  'GET /meetings': [303, 404, 404, 404, 200, 200, 404],
  'POST /meetings': [401, 404, 404, 404, 404, 422, 404],
  'GET /meetings/:id': [303, 404, 404, 404, 200, 200, 404],
  'POST /meetings/:id': [401, 404, 404, 404, 404, 422, 404],
  'POST /meetings/:id/agenda': [401, 404, 404, 404, 404, 303, 404],
  'POST /meetings/:id/agenda/:applicationId/removal': [401, 404, 404, 404, 404, 303, 404],
  'POST /meetings/:id/invitation': [401, 404, 404, 404, 404, 303, 404],
  'GET /meetings/:id/minutes': [303, 404, 404, 404, 409, 409, 404],
  'GET /meetings/:id/minutes.txt': [303, 404, 404, 404, 409, 409, 404],
  'GET /meetings/:id/minutes.csv': [303, 404, 404, 404, 404, 409, 404],
  'POST /meetings/:id/announcement': [401, 404, 404, 404, 404, 400, 404],
  'GET /meetings/:id/papers': [303, 404, 404, 404, 200, 200, 404],
  'POST /meetings/:id/papers': [401, 404, 404, 404, 404, 303, 404],
  'GET /meetings/:id/cancellation': [303, 404, 404, 404, 404, 200, 404],
  'POST /meetings/:id/cancellation': [401, 404, 404, 404, 404, 422, 404],
  'GET /meetings/:id/closure': [303, 404, 404, 404, 404, 409, 404],
  'POST /meetings/:id/closure': [401, 404, 404, 404, 404, 409, 404],
  'GET /meetings/:id/cases/:applicationId': [303, 404, 404, 404, 200, 200, 404],
  'GET /meetings/:id/cases/:applicationId/attachments/:attachmentId': [303, 404, 404, 404, 200, 200, 404],
  'POST /meetings/:id/cases/:applicationId/opinion': [401, 404, 404, 404, 422, 404, 404]
}

let portal: TestApp
let sharedWorld: (url: string) => Promise<World>
const emails = new Map<Role, string>()
const people = new Map<Role, Browser>()

beforeAll(async () => {
  portal = await openTestApp()
  const { context, signIn } = portal
  sharedWorld = sharedWorlds(context)
  emails.set('newcomer', 'newcomer@example.jp')
  emails.set('other company', (await draftCase(context)).email)
  emails.set('committee', await official(context, 'committee', '委員 太郎'))
  emails.set('secretariat', await official(context, 'secretariat', '事務局 太郎'))
  emails.set('administrator', await official(context, 'administrator', '管理 太郎'))
  for (const [role, email] of emails) people.set(role, await signIn(email))
})
afterAll(() => portal.close())

const rows = Object.entries(table).map(([route, answers]) => {
  const [method = '', url = ''] = route.split(' ')
  return { route, method, url, answers }
})

const owners = new Map<string, Promise<Browser>>()

const ownerOf = ({ owner }: World): Promise<Browser> => {
  const browser = owners.get(owner) ?? portal.signIn(owner)
  owners.set(owner, browser)
  return browser
}

const browserOf = (role: Role, world: World): Browser | Promise<Browser> =>
  role === 'own company' ? ownerOf(world) : (people.get(role) ?? portal.visitor())

const ask = (browser: Browser, method: string, url: string): Promise<Answer> =>
  method === 'GET' ? browser.get(url) : browser.post(url)

/** Whether a post may change what it names: then each who may post has one of their own. */
const mayChange = (method: string, answer: number | undefined): boolean =>
  method === 'POST' && answer !== 401 && answer !== 404

const accountRole = {
  newcomer: 'company',
  'other company': 'company',
  'own company': 'company',
  committee: 'committee',
  secretariat: 'secretariat',
  administrator: 'administrator'
} as const

const insideOf = { ...accountRole, company: 'own company' } as const

const guarded = rows.flatMap(({ route, method, answers }) => {
  const who = (accessTable[route]?.who ?? []).filter(
    (one) => one !== 'public' && one !== 'signed-in' && one !== 'signing-in'
  )
  return who.length === 0 ? [] : [{ route, method, answers, who }]
})

describe('the table of answers', () => {
  it('names every route there is, and no other', () => {
    const routes = portal.routes().map(({ method, url }) => `${method} ${url}`)
    expect(routes.length).toBeGreaterThan(60)
    expect(routes.sort()).toEqual(Object.keys(table).sort())
  })

  it('names the routes of the table in the code', () => {
    expect(Object.keys(accessTable).sort()).toEqual(Object.keys(table).sort())
  })

  it.each(guarded)('gives $route to those alone whom the table in the code names', ({ method, who, answers }) => {
    expect(answers[0]).toBe(method === 'GET' ? 303 : 401)
    const refused = roles.filter((role) => role !== 'signed out' && !who.includes(accountRole[role]))
    for (const role of refused) expect([role, answers[roles.indexOf(role)]]).toEqual([role, 404])
    for (const role of who) expect([role, answers[roles.indexOf(insideOf[role])]]).not.toEqual([role, 404])
  })

  it('lets no route start that it does not name', async () => {
    const app = fastify()
    guardRoutes(app, { 'GET /known': { who: ['public'] } }, async () => null)
    expect(() => app.get('/known', async () => '')).not.toThrow()
    expect(() => app.get('/unknown', async () => '')).toThrow('GET /unknown is not in the table')
    expect(() => app.post('/known', async () => '')).toThrow('POST /known is not in the table')
    await app.close()
  })

  it('holds nothing of the demo in service', async () => {
    const service = await openTestApp({
      env: { SMTP_URL: 'smtp://mail.invalid', BASE_URL: 'https://wlgb.invalid', SESSION_SECRET: 'x'.repeat(32) }
    })
    const routes = service.routes().map(({ method, url }) => `${method} ${url}`)
    await service.close()
    expect(routes.sort()).toEqual(
      Object.keys(table)
        .filter((route) => !route.includes('/dev/'))
        .sort()
    )
  })

  it.each(rows)('is kept by $route', async ({ method, url, answers }) => {
    const got: number[] = []
    const shared = await sharedWorld(url)
    for (const [index, role] of roles.entries()) {
      const world = mayChange(method, answers[index]) ? await worldOf(portal.context, url) : shared
      const browser = await browserOf(role, world)
      const asked = filled(url, world.values)
      const { status, location, body } = await ask(browser, method, asked)
      got.push(status)
      if (role === 'signed out') expectWayIn({ status, location, body }, asked)
      if (url === '/sign-out') await signInAgain(role)
    }
    expect(got).toEqual(answers)
  })
})

/** Who is signed out is led to sign in and back, or told that what was posted came too late. */
const expectWayIn = ({ status, location, body }: Pick<Answer, 'status' | 'location' | 'body'>, asked: string): void => {
  if (status === 303) expect(location).toBe(`/sign-in?return=${encodeURIComponent(asked)}`)
  if (status === 401) expect(body).toContain('もう一度ログイン')
}

const signInAgain = async (role: Role): Promise<void> => {
  const email = emails.get(role)
  if (email !== undefined) people.set(role, await portal.signIn(email))
}

const named = rows.filter(({ url, route }) => url.includes('/:') && !/^GET \/(verify|guides)\//.test(route))

// The tokens of forms are made anew for every page.
const shown = ({ body }: Answer): string => body.replaceAll(/name="formToken" value="[^"]*"/g, '')

describe('who may not know of something', () => {
  it.each(named)('learns nothing from $route', async ({ method, url, answers }) => {
    const world = await sharedWorld(url)
    const absent = Object.fromEntries(
      Object.entries(world.values).map(([name, value]) => [name, value.length === 36 ? portal.context.ids() : value])
    )
    for (const role of roles.filter((_role, index) => answers[index] === 404)) {
      const browser = await browserOf(role, world)
      const [there, gone] = [
        await ask(browser, method, filled(url, world.values)),
        await ask(browser, method, filled(url, absent))
      ]
      expect([role, gone.status, shown(gone)]).toEqual([role, there.status, shown(there)])
    }
    const visitor = portal.visitor()
    const [there, gone] = [
      await ask(visitor, method, filled(url, world.values)),
      await ask(visitor, method, filled(url, absent))
    ]
    expect(gone.status).toBe(there.status)
  })
})

const nonsense = [
  'not-a-uuid',
  '00000000-0000-0000-0000-000000000000',
  encodeURIComponent("' or 1=1 --"),
  'x'.repeat(10_000),
  '%00',
  encodeURIComponent('会社𠮷'),
  encodeURIComponent('../../desk'),
  '0',
  '-1',
  'constructor',
  '__proto__'
]

/** Those who are answered anything but 404, signed in, most first: the company, then the officials. */
const insider = (answers: readonly number[]): Role =>
  (['own company', 'secretariat', 'committee', 'administrator'] as const).find(
    (role) => answers[roles.indexOf(role)] !== 404
  ) ?? 'secretariat'

// A badge stands on other people's pages: it says that nothing can be confirmed, and is never a broken picture.
const isFound = ({ url }: { readonly url: string }): boolean => url.includes('/:') && !url.startsWith('/badges/')

describe('an id that nobody gave', () => {
  it.each(rows.filter(isFound))('is not found by $route', async ({ method, url, answers }) => {
    const world = await sharedWorld(url)
    const browser = await browserOf(insider(answers), world)
    for (const name of [...url.matchAll(/:(\w+)/g)].map(([, found = '']) => found))
      for (const value of nonsense) {
        const { status } = await ask(browser, method, filled(url, { ...world.values, [name]: value }))
        expect([name, value.slice(0, 50), status]).toEqual([name, value.slice(0, 50), 404])
      }
  })

  it.each([
    ['/verify/%', 404],
    ['/%00', 404],
    ['/%E0%A4%A', 404],
    [`/${'x'.repeat(10_000)}`, 404],
    [`/verify/${encodeURIComponent('<b>"')}`, 404],
    ['/verify/%07%00', 404],
    ['/verify?code=%E0%A4%A', 422],
    ['/verify?code=1&code=2', 422]
  ] as const)('is answered with a page, also where the address is broken: %.40s', async (url, expected) => {
    const { status, body, headers } = await portal.visitor().get(url)
    expect([status, headers['content-type']]).toEqual([expected, 'text/html; charset=utf-8'])
    expect(headers).toHaveProperty('content-security-policy')
    await expectValidHtml(body)
  })

  it('asks to sign in, whatever the address', async () => {
    const { status, location } = await portal.visitor().get('/cases/%E0%A4%A')
    expect([status, location]).toEqual([303, `/sign-in?return=${encodeURIComponent('/cases/%25E0%25A4%25A')}`])
  })
})

describe('ids of two different cases', () => {
  it.each([
    ['a file beside another application', '/applications/:id/attachments/:attachmentId', 'id', 'own company'],
    ['a file beside another case', '/cases/:id/attachments/:attachmentId', 'id', 'secretariat'],
    ['a case beside another meeting', '/meetings/:id/cases/:applicationId', 'id', 'committee'],
    [
      'a file beside another meeting',
      '/meetings/:id/cases/:applicationId/attachments/:attachmentId',
      'id',
      'committee'
    ],
    [
      'a revocation beside another certification',
      '/certifications/:id/proceedings/:proceedingId/decision',
      'id',
      'secretariat'
    ],
    [
      'a file beside another case of a meeting',
      '/meetings/:id/cases/:applicationId/attachments/:attachmentId',
      'attachmentId',
      'committee'
    ]
  ] as const)('do not give %s', async (_what, url, exchanged, role) => {
    const [one, other] = [await worldOf(portal.context, url), await worldOf(portal.context, url)]
    const browser = await browserOf(role, one)
    expect((await browser.get(filled(url, one.values))).status).toBe(200)
    const mixed = { ...one.values, [exchanged]: other.values[exchanged] ?? '' }
    expect((await browser.get(filled(url, mixed))).status).toBe(404)
  })

  it('do not send the mail of one case from another', async () => {
    const url = '/cases/:id/mails/:mailId/delivery'
    const [one, other] = [await worldOf(portal.context, url), await worldOf(portal.context, url)]
    await portal.deliver()
    const browser = await browserOf('secretariat', one)
    const mixed = { ...one.values, mailId: other.values.mailId ?? '' }
    expect((await browser.post(filled(url, mixed))).status).toBe(404)
    expect((await browser.post(filled(url, one.values))).status).toBe(303)
  })
})
