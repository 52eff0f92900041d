import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApplicationStatus } from '../src/applications/application-status.ts'
import { updateStatus } from '../src/applications/application-store.ts'
import { openTestApp, type TestApp } from './support/app.ts'
import type { Answer, Browser } from './support/browser.ts'
import { type FormField, fieldsOf } from './support/forms.ts'
import { bounded, type HostileBody, hostileBodies } from './support/hostile.ts'
import { expectValidHtml } from './support/html.ts'
import { type FindRightful, rightfulPeople } from './support/rightful.ts'
import { filled, type World, worldOf } from './support/world.ts'

/** The page that holds the form of each address, and fields that only some cases show there. */
const forms: Readonly<Record<string, { readonly page: string; readonly also?: readonly string[] }>> = {
  '/sign-in': { page: '/sign-in', also: ['return'] },
  '/sign-in/code': { page: '/sign-in', also: ['email', 'code', 'return'] },
  '/sign-in/factor': { page: '/', also: ['code', 'return'] },
  '/account/second-factor': { page: '/account/second-factor' },
  '/account/second-factor/removal': { page: '/account/second-factor', also: ['code'] },
  '/account/sessions/removal': { page: '/account/sessions' },
  '/account/sessions/:id/removal': { page: '/account/sessions' },
  '/sign-out': { page: '/' },
  '/administration/officials': { page: '/administration/officials' },
  '/administration/officials/:id/removal': { page: '/administration/officials/:id/removal' },
  '/administration/officials/:id/second-factor/removal': {
    page: '/administration/officials/:id/second-factor/removal'
  },
  '/dev/session': { page: '/sign-in', also: ['email', 'return'] },
  '/company/profile': { page: '/company/profile' },
  '/company/publicity': { page: '/company/publicity', also: ['photo', 'logo', 'photoRemoval', 'logoRemoval'] },
  '/company/publicity/preview': {
    page: '/company/publicity',
    also: ['shown', 'jobsUrl', 'words', 'photo', 'photoDescription', 'version']
  },
  '/company/publicity/withdrawal': { page: '/company/publicity' },
  '/publicity/:id/approval': { page: '/publicity/:id' },
  '/publicity/:id/return': { page: '/publicity/:id' },
  '/account': { page: '/account' },
  '/company/export': { page: '/company/export' },
  '/company/deletion/confirmation': { page: '/company/deletion/confirmation' },
  '/company/members': { page: '/company/members' },
  '/company/members/:id/removal': { page: '/company/members' },
  '/company/invitations/:id/removal': { page: '/company/members' },
  '/self-check/application': { page: '/self-check', also: ['c'] },
  '/applications': { page: '/company', also: ['kind'] },
  '/applications/:id/declarations': { page: '/applications/:id/declarations' },
  '/applications/:id/categories/:number': { page: '/applications/:id/categories/1' },
  '/applications/:id/attachments/:attachmentId/removal': { page: '/applications/:id/attachments' },
  '/applications/:id/items/:itemCode/attachments': { page: '/applications/:id/items/1-1/attachments' },
  '/applications/:id/renewal': { page: '/applications/:id/renewal' },
  '/applications/:id/submission': { page: '/applications/:id/confirmation' },
  '/applications/:id/withdrawal': { page: '/applications/:id/withdrawal' },
  '/cases/:id/decisions': { page: '/cases/:id' },
  '/cases/:id/reading': { page: '/cases/:id', also: ['reading', 'reading-reason'] },
  '/cases/:id/route': { page: '/cases/:id', also: ['route'] },
  '/cases/:id/agenda': { page: '/cases/:id', also: ['round'] },
  '/cases/:id/agenda/removal': { page: '/cases/:id/agenda/removal' },
  '/cases/:id/mails/:mailId/delivery': { page: '/cases/:id' },
  '/cases/:id/correction': { page: '/cases/:id/correction', also: ['message', 'deadline'] },
  '/cases/:id/hearings': { page: '/cases/:id/hearings' },
  '/cases/:id/withdrawal': { page: '/cases/:id/withdrawal' },
  '/cases/:id/decision': { page: '/cases/:id/decision' },
  '/renewals': { page: '/company', also: ['kind'] },
  '/settings/guides/:slug': { page: '/settings/guides/:slug' },
  '/administration/sessions': { page: '/administration/sessions' },
  '/administration/sessions/everybody': { page: '/administration/sessions/everybody' },
  '/administration/mails/retries': { page: '/administration' },
  '/administration/mails/:id/retry': { page: '/administration' },
  '/settings/guides/:slug/standard': { page: '/settings/guides/:slug', also: ['basis'] },
  '/settings/letters/:kind': { page: '/settings/letters/:kind' },
  '/settings/letters/:kind/preview': { page: '/settings/letters/:kind', also: ['subject', 'body'] },
  '/settings/letters/:kind/standard': { page: '/settings/letters/:kind', also: ['basis'] },
  '/renewals/:id/notices': { page: '/renewals', also: ['sent', 'tab'] },
  '/company/certifications/:id/surrender': { page: '/company/certifications/:id/surrender' },
  '/company/certifications/:id/proceedings/:proceedingId/answer': { page: '/company/certifications/:id' },
  '/certifications/:id/proceedings': { page: '/certifications/:id/proceedings' },
  '/certifications/:id/proceedings/:proceedingId/answer': {
    page: '/certifications/:id/proceedings/:proceedingId/answer'
  },
  '/certifications/:id/proceedings/:proceedingId/decision': {
    page: '/certifications/:id/proceedings/:proceedingId/decision',
    also: ['outcome', 'confirmed']
  },
  '/verify/file': { page: '/verify/file' },
  '/certificates/:id/signed-copy': { page: '/certificates/:id/signed-copy' },
  '/reports/newsletter/text': { page: '/reports/newsletter', also: ['text'] },
  '/committee-members': { page: '/committee-members' },
  '/committee-members/:id/removal': { page: '/committee-members/:id/removal' },
  '/meetings': { page: '/meetings' },
  '/meetings/:id': { page: '/meetings/:id' },
  '/meetings/:id/agenda': { page: '/meetings/:id', also: ['application'] },
  '/meetings/:id/agenda/:applicationId/removal': { page: '/meetings/:id' },
  '/meetings/:id/announcement': { page: '/meetings/:id', also: ['after'] },
  '/meetings/:id/invitation': { page: '/meetings/:id' },
  '/meetings/:id/papers': { page: '/meetings/:id' },
  '/meetings/:id/cancellation': { page: '/meetings/:id/cancellation' },
  '/meetings/:id/closure': { page: '/meetings/:id/closure' },
  '/meetings/:id/cases/:applicationId/opinion': { page: '/meetings/:id/cases/:applicationId' }
}

/** The state in which a case takes what is posted; in others the answer would only be that it is late. */
const states: Readonly<Record<string, ApplicationStatus>> = {
  '/cases/:id/decision': 'heard',
  '/cases/:id/decisions': 'screening',
  '/cases/:id/reading': 'screening',
  '/cases/:id/agenda': 'screening',
  '/cases/:id/correction': 'screening'
}

/** A refusal, or the redirect after something was done. What can hold no form token is refused for that. */
const proper = [303, 400, 401, 403, 404, 409, 413, 415, 422, 429]
/** Forms with a second step answer with its page. */
const twoSteps = [
  '/sign-in',
  '/cases/:id/decision',
  '/cases/:id/correction',
  '/cases/:id/withdrawal',
  '/company/certifications/:id/surrender',
  '/settings/guides/:slug',
  '/company/publicity',
  '/company/publicity/preview'
]

/** Give a file and no page, and of what type. */
const downloads: Readonly<Record<string, string>> = {
  '/reports/newsletter/text': 'text/plain; charset=utf-8',
  '/company/export': 'application/zip'
}

let portal: TestApp
let rightful: FindRightful
beforeAll(async () => {
  portal = await openTestApp()
  rightful = await rightfulPeople(portal)
})
afterAll(() => portal.close())

/** What is hostile comes from a page of ours, since the form token would be the end of it elsewhere. */
const withToken = async (browser: Browser, { payload, type }: HostileBody): Promise<string | Buffer> => {
  if (type === 'application/x-www-form-urlencoded') return `formToken=${await browser.formToken()}&${payload}`
  if (type === bounded && typeof payload === 'string') return `${await browser.tokenPart('frontier')}${payload}`
  return payload
}

const post = async (browser: Browser, url: string, body: HostileBody, accept: string): Promise<Answer> => {
  const { type } = body
  return browser.send({
    method: 'POST',
    url,
    payload: await withToken(browser, body),
    headers: { accept, 'sec-fetch-site': 'same-origin', ...(type === null ? {} : { 'content-type': type }) }
  })
}

const fieldsAt = async (browser: Browser, url: string, world: World): Promise<readonly FormField[]> => {
  const { page, also = [] } = forms[url] ?? { page: url }
  const { body } = await browser.get(filled(page, world.values))
  const found = fieldsOf(body, filled(url, world.values))
  const names = new Set(found.map(({ name }) => name))
  return [...found, ...also.filter((name) => !names.has(name)).map((name) => ({ name, value: '1', typed: true }))]
}

// Refusals of one kind are the same page but for what was typed; each is validated once, and wherever what was typed is
// what may break a page.
const validated = new Set<string>()
const breaking = /markup|control|broken encoding|100,000/

const expectProperPage = async (url: string, what: string, { status, headers, body, location }: Answer) => {
  const type = downloads[url]
  if (type !== undefined && status === 200) return expect(headers['content-type']).toBe(type)
  expect(twoSteps.includes(url) ? [200, ...proper] : proper).toContain(status)
  if (status === 303) return expect(location).toMatch(/^\//)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(body).not.toContain('<script>alert')
  const seen = `${url} ${status} ${breaking.test(what) ? what : ''}`
  if (!validated.has(seen)) await expectValidHtml(body)
  validated.add(seen)
}

describe('a body that no page of ours sends', () => {
  it('is tried on every form there is', () => {
    const posted = portal.routes().filter(({ method }) => method === 'POST')
    expect(Object.keys(forms).sort()).toEqual(posted.map(({ url }) => url).sort())
  })

  it.each(Object.keys(forms))('is answered properly by %s', { timeout: 120_000 }, async (url) => {
    const world = await worldOf(portal.context, url)
    const status = states[url]
    if (status !== undefined)
      await updateStatus(portal.context.db, world.values.id ?? '', status, portal.context.clock.now())
    const browser = await rightful(url, world)
    const fields = await fieldsAt(browser, url, world)
    for (const body of hostileBodies(fields)) {
      const sender = url.startsWith('/sign-in') ? portal.visitor() : browser
      const answer = await post(sender, filled(url, world.values), body, 'text/html')
      try {
        await expectProperPage(url, body.what, answer)
      } catch (error) {
        throw new Error(`${body.what}: ${error instanceof Error ? error.message : ''}`, { cause: error })
      }
    }
  })

  it.each(Object.keys(forms).filter((url) => /declarations|categories|items/.test(url)))(
    'is answered in JSON where the page’s script posts to %s',
    { timeout: 120_000 },
    async (url) => {
      const world = await worldOf(portal.context, url)
      const browser = await rightful(url, world)
      for (const body of hostileBodies(await fieldsAt(browser, url, world))) {
        const answer = await post(browser, filled(url, world.values), body, 'application/json')
        expect([body.what, [200, ...proper].includes(answer.status)]).toEqual([body.what, true])
        expect(answer.json()).toBeTypeOf('object')
      }
    }
  )
})
