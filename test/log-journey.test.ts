import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../src/paths.ts'
import { codeFor, openTestApp, type TestApp } from './support/app.ts'
import type { Browser } from './support/browser.ts'
import { official } from './support/cases.ts'
import { draftCase } from './support/drafts.ts'
import { deciderOf, heardCase } from './support/heard.ts'
import { formOf } from './support/posted-form.ts'
import { pdf } from './support/sample-files.ts'
import { filled, worldOf } from './support/world.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp({ env: { LOG_LEVEL: 'debug' } })
})
afterAll(() => portal.close())

/** What people type and are on the way from the sign-in to the certificate. */
const planted = {
  company: '株式会社うえこみ造園',
  person: '植込 咲子',
  contact: 'sakiko@uekomi.example.jp',
  telephone: '048-999-1234',
  evidence: '植込の手入れを午後三時に終える取組です。',
  fileName: '植込の宣言書.pdf',
  search: '植込の検索語',
  reason: '植込の書類を確かめられませんでした。',
  opinion: '植込の取組を高く評価します。',
  note: '植込の聴取の記録です。'
}
const profile = {
  name: planted.company,
  contactName: planted.person,
  contactEmail: planted.contact,
  contactPhone: planted.telephone,
  representativeName: planted.person
}

/** Everything of the way that must not be found in the log, with what was planted. */
const secrets = new Set<string>(Object.values(planted))

const remember = async (browser: Browser): Promise<void> => {
  secrets.add(await browser.formToken())
  for (const value of browser.secrets()) secrets.add(value)
}

/** The form of a page as it stands, with what a person types into it. */
const send = async (browser: Browser, page: string, action: string, typed: Readonly<Record<string, string>>) =>
  browser.post(action, formOf((await browser.get(page)).body, action, typed))

const applies = async (): Promise<string> => {
  const { applicationId: id, email } = await draftCase(portal.context, { profile })
  secrets.add(email)
  const browser = await portal.signIn(email)
  secrets.add(codeFor(await portal.mails(), email))
  await send(browser, paths.profile, paths.profile, { culture: planted.evidence })
  const category = paths.category(id, 1)
  expect((await send(browser, category, category, { '1-1.text': planted.evidence })).status).toBe(303)
  const form = new FormData()
  form.append('files', new Blob([new Uint8Array(pdf())]), planted.fileName)
  expect((await browser.upload(paths.itemAttachments(id, '1-1'), form)).status).toBe(303)
  await remember(browser)
  const attested = { attestedBy: planted.person, attested: 'yes' }
  expect((await send(browser, paths.confirmation(id), paths.submission(id), attested)).status).toBe(303)
  return id
}

const examines = async (id: string): Promise<void> => {
  const browser = await portal.signIn(await official(portal.context, 'secretariat', planted.person))
  await browser.get(`${paths.desk}?search=${encodeURIComponent(planted.search)}`)
  const decided = await send(browser, paths.case(id), paths.itemDecisions(id), { 'reason-1-1': planted.reason })
  expect(decided.status).toBeLessThan(500)
  await send(browser, paths.hearings(id), paths.hearings(id), { note: planted.note, partner: planted.person })
  await remember(browser)
}

const gives = async (): Promise<void> => {
  const url = '/meetings/:id/cases/:applicationId'
  const { values } = await worldOf(portal.context, url)
  const member = await portal.signIn(await official(portal.context, 'committee', planted.person))
  const page = filled(url, values)
  await send(member, page, `${page}/opinion`, { opinion: 'agree', comment: planted.opinion })
  await remember(member)
}

const certifies = async (): Promise<void> => {
  const decider = await deciderOf(portal.context)
  const { applicationId, email } = await heardCase(portal.context, decider.id, { profile })
  const desk = await portal.signIn(decider.email)
  const fields = { outcome: 'certified', startsOn: '2026-12-01', certificationReasons: planted.reason, step: 'decide' }
  expect((await desk.post(paths.caseDecision(applicationId), fields)).status).toBe(303)
  secrets.add(email)
  await portal.deliver()
  const { rows } = await portal.context.db.execute(sql`select id, verification_code from certificates`)
  for (const { id, verification_code: code } of rows) {
    expect((await desk.get(paths.certificate(String(id)))).status).toBe(200)
    await portal.visitor().get(paths.verification(String(code)))
    secrets.add(String(code))
  }
  expect(rows.length).toBeGreaterThan(0)
}

const fails = async (): Promise<void> => {
  const { applicationId, email } = await draftCase(portal.context, { profile })
  const browser = await portal.signIn(email)
  const category = paths.category(applicationId, 1)
  const form = formOf((await browser.get(category)).body, category, { '1-1.text': planted.evidence })
  await portal.context.db.execute(sql`alter table application_sections rename column data to away`)
  const { status, body } = await browser.post(category, form)
  expect([status, body]).toEqual([500, expect.stringContaining('処理を完了できませんでした')])
  expect(body).not.toMatch(
    /application_sections|\bselect\b|\bupdate\b|column|postgres|drizzle|node_modules|\.ts\b|Error:/i
  )
  await portal.context.db.execute(sql`alter table application_sections rename column away to data`)
}

it('keeps nothing of the people, from the sign-in to the certificate and through a failure', {
  timeout: 60_000
}, async () => {
  const id = await applies()
  await examines(id)
  await gives()
  await certifies()
  await fails()
  await portal.deliver()
  const log = portal.log()
  for (const path of [paths.signInCode, paths.submission(id), paths.itemDecisions(id), '/verify/:code'])
    expect(log).toContain(`"${path}"`)
  expect(log).toContain('request failed')
  expect(secrets.size).toBeGreaterThan(20)
  for (const secret of [...secrets, '植込', 'うえこみ', 'uekomi', 'wlgb_', 'formToken', 'set-cookie'])
    for (const written of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
      expect([secret, log.includes(written)]).toEqual([secret, false])
})
