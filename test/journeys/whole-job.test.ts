import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { committee, secretariat } from '../../fixtures/people.ts'
import { beginApplication, describeCompany, fillInCheapest, sendApplication } from '../support/applicant.ts'
import { readPdf } from '../support/pdf-reader.ts'
import { signInAs, signInByCode } from '../support/sign-in.ts'
import { launchBrowser, type Manner, Visitor } from '../support/visitor.ts'

const portalUrl = inject('portalUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})

const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(new Date())

const examine = async (office: Visitor, name: string): Promise<void> => {
  await office.visit('/desk')
  await office.follow(name)
  await office.press(/裏付けのある項目をすべて認める/)
  await office.press('委員会に付す')
}

const holdMeeting = async (office: Visitor, member: Visitor, name: string, number: number): Promise<void> => {
  await office.visit(`/meetings`)
  await office.follow(`第${number}回推進委員会`)
  const meeting = office.path()
  await office.press(new RegExp(`${name}を ?議題にする`))
  await signInAs(member, committee[0]?.name ?? '')
  await member.visit(meeting)
  await member.follow(name)
  await member.tick('異議なし')
  await member.press('意見を保存する')
  await office.visit(meeting)
  await office.follow('会議を終了する')
  await office.tick(committee[0]?.name ?? '')
  await office.press('会議を終了する')
}

const callMeeting = async (office: Visitor): Promise<number> => {
  await office.visit('/meetings')
  const number = Number(await office.page.locator('[name="number"]').inputValue())
  await office.fill(/^日にち/, today())
  await office.fill(/^場所/, '市役所')
  await office.press('会議を追加する')
  return number
}

const certify = async (office: Visitor, name: string): Promise<void> => {
  await office.visit('/desk?tab=decision')
  await office.follow(name)
  await office.follow('決定する')
  await office.tick('認定する')
  await office.press('決定の内容を確認する')
  await office.press('認定する')
}

const download = async (company: Visitor): Promise<Buffer> => {
  await company.visit('/company')
  const href = await company.page
    .getByRole('link', { name: /認定証/ })
    .first()
    .getAttribute('href')
  const response = await company.page.context().request.get(`${portalUrl}${href}`)
  return response.body()
}

describe.each([
  { manner: { width: 1280, script: true }, name: '玉川農園' },
  { manner: { width: 375, script: false }, name: '多摩川農園' }
] satisfies { manner: Manner; name: string }[])('the whole job, $manner', ({ manner, name }) => {
  it('leads from the first sign-in to a certificate that anybody can verify', async () => {
    const [company, office, member, citizen] = await Promise.all(
      [manner, manner, manner, manner].map((one) => Visitor.arrive(browser, portalUrl, one))
    )
    if (!company || !office || !member || !citizen) throw new Error('somebody is missing')
    await signInByCode(company, `${manner.width}@tamagawa.example.jp`)
    await describeCompany(company, name)
    await beginApplication(company)
    await fillInCheapest(company)
    const number = await sendApplication(company)
    expect(number).toMatch(/^R\d+-\d{3}$/)

    await signInAs(office, secretariat[0].name)
    const meeting = await callMeeting(office)
    await examine(office, name)
    await holdMeeting(office, member, name, meeting)
    await certify(office, name)

    const pdf = readPdf(await download(company)).lines.join('')
    const code = pdf.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? ''
    expect(pdf.replaceAll(/\s/g, '')).toContain(name)
    await citizen.visit('/verify')
    await citizen.fill(/確認コード/, code.toLowerCase())
    await citizen.press(/確認する/)
    const answer = await citizen.text()
    expect(answer).toContain(name)
    expect(answer).toContain('有効')
    for (const visitor of [company, office, member, citizen]) await visitor.leave()
  })
})
