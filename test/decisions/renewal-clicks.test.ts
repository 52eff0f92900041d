import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { type Case, cheapestEvidence, cheapestMarks } from '../support/cases.ts'
import { deciderOf } from '../support/heard.ts'
import { formOf } from '../support/posted-form.ts'
import { renewableCase } from '../support/renewable.ts'
import { type RenewalParts, renewalCase } from '../support/renewals.ts'

let portal: TestApp
let desk: Browser
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn((await deciderOf(portal.context)).email)
})
afterAll(() => portal.close())

const sent = async (parts: RenewalParts = {}): Promise<Case> =>
  renewalCase(portal.context, await renewableCase(portal.context), parts)

const hiddenIn = (form: string): Record<string, string> =>
  Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value
    ])
  )

/** The secretariat at its desk, who clicks on what the pages show and nothing else. */
class Clerk {
  #page: Answer
  clicks = 0

  constructor(page: Answer) {
    this.#page = page
  }

  get body(): string {
    return this.#page.body
  }

  async #arrive(answer: Answer): Promise<void> {
    this.clicks += 1
    this.#page = answer.status === 303 ? await desk.get(answer.location ?? '') : answer
    expect(this.#page.status).toBe(200)
  }

  async link(href: string): Promise<void> {
    expect(this.body).toContain(`href="${href}"`)
    await this.#arrive(await desk.get(href))
  }

  /** Presses the button with these words, with what its form holds. */
  async button(words: string): Promise<void> {
    const form = this.body.match(/<form [\s\S]*?<\/form>/g)?.find((one) => one.includes(words)) ?? ''
    const button = form.match(/<button [^>]*>[^<]*<\/button>/g)?.find((one) => one.includes(words)) ?? ''
    const attribute = (of: string, name: string) => of.match(new RegExp(` ${name}="([^"]*)"`))?.[1]
    const action = attribute(button, 'formaction') ?? attribute(form, 'action') ?? ''
    const name = attribute(button, 'name')
    const pressed = name === undefined ? {} : { [name]: attribute(button, 'value') ?? '' }
    await this.#arrive(await desk.post(action, { ...hiddenIn(form), ...pressed }))
  }
}

const atTheDesk = async () => new Clerk(await desk.get(paths.desk))

describe('from the desk', () => {
  it('a renewal with nothing new is renewed by three clicks', async () => {
    const { applicationId } = await sent()
    const clerk = await atTheDesk()
    await clerk.link(paths.case(applicationId))
    await clerk.button('再審査なしで進める（前回と同じ4項目を認める）')
    await clerk.button('認定を更新する')
    expect(clerk.body).toContain('認定証（PDF）を開く')
    expect(clerk.clicks).toBe(3)
  })

  it('so is one that its company filled in and sent by the pages, with new figures and last time’s file', async () => {
    const took = (from: number, percent: string) =>
      [0, 1, 2].map((year) => [`${from + year}.percent`, percent] as const)
    const one = await renewableCase(portal.context, {
      marks: { ...cheapestMarks, '3-1': 'checked' },
      evidence: { ...cheapestEvidence, '3-1': { everyone: 'yes', ...Object.fromEntries(took(2020, '80')) } },
      files: { '1-1': '宣言.pdf' }
    })
    const company = await portal.signIn(one.email)
    const url = (await company.post(paths.renewals)).location ?? ''
    const figures = Object.fromEntries(took(2023, '82').map(([name, value]) => [`3-1.${name}`, value]))
    const form = formOf((await company.get(url)).body, url, { '3-1.everyone': 'yes', ...figures })
    expect((await company.post(url, form)).status).toBe(303)
    const id = url.split('/')[2] ?? ''
    const attested = { attestedBy: '浅香 一郎', attested: 'yes' }
    const confirmation = (await company.get(paths.confirmation(id))).body
    const sending = formOf(confirmation, paths.submission(id), attested)
    expect((await company.post(paths.submission(id), sending)).location).toBe(paths.receipt(id))

    const clerk = await atTheDesk()
    await clerk.link(paths.case(id))
    expect(clerk.body).toContain('変わったのは年ごとの数値だけです')
    await clerk.button('再審査なしで進める（前回と同じ5項目を認める）')
    await clerk.button('認定を更新する')
    expect([clerk.clicks, clerk.body.includes('認定証（PDF）を開く')]).toEqual([3, true])
  })

  it('a renewal whose category flipped goes to the committee by four clicks', async () => {
    const { applicationId } = await sent({
      content: {
        marks: { '5-1': 'checked', '5-2': 'checked', '7-2': 'checked', '6-1': 'checked', '6-2': 'checked' },
        evidence: { ...cheapestEvidence, '6-1': { measures: ['training'] }, '6-2': { measures: ['consultation'] } }
      }
    })
    const clerk = await atTheDesk()
    await clerk.link(paths.case(applicationId))
    await clerk.button('委員会に付して進める')
    await clerk.button('裏付けのある項目をすべて認める')
    await clerk.button('委員会に付す')
    expect(clerk.body).toContain('委員会に付しました。')
    expect(clerk.clicks).toBe(4)
  })
})

describe('the desk', () => {
  it('marks renewals and, once it is chosen, their way; so does its spreadsheet', async () => {
    const [chosen, unchosen] = [await sent(), await sent()]
    await desk.post(paths.caseRoute(chosen.applicationId), { round: '1', grounds: '', route: 'simplified' })
    const { body } = await desk.get(`${paths.desk}?tab=todo`)
    const row = ({ number }: Case) => body.match(new RegExp(`更新 ${number}[\\s\\S]*?</td>`))?.[0] ?? ''
    expect(row(chosen)).toContain('再審査なし')
    expect(row(unchosen)).not.toContain('再審査なし')
    const lines = (await desk.get(`${paths.deskExport}?tab=todo`)).body.split('\r\n')
    expect(lines.find((line) => line.startsWith(chosen.number))).toContain(',更新,再審査なし,')
    expect(lines.find((line) => line.startsWith(unchosen.number))).toContain(',更新,,')
  })
})
