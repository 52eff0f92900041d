import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { committee, secretariat } from '../../fixtures/people.ts'
import { readPdf } from '../support/pdf-reader.ts'
import { type ServedPortal, servePortal } from '../support/served-portal.ts'
import { launchBrowser, type Manner, Visitor } from '../support/visitor.ts'

let portal: ServedPortal
let browser: Browser
beforeAll(async () => {
  portal = await servePortal()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await portal.stop()
})

const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(new Date())

/** A person signs in with the code from the mail, as everybody does in service. */
const signInByCode = async (visitor: Visitor, email: string): Promise<void> => {
  await visitor.visit('/sign-in')
  await visitor.fill('メールアドレス', email)
  await visitor.press('確認コードを送る')
  const mails = await (await fetch(`${portal.url}/dev/mails`)).text()
  const code = mails.match(/　　(\d{6})/)?.[1] ?? ''
  await visitor.fill('確認コード', code)
  await visitor.press('ログインする')
}

/** An official of the demo signs in with one click. */
const signInAs = async (visitor: Visitor, name: string): Promise<void> => {
  await visitor.visit('/sign-in')
  await visitor.press(name)
}

const describeCompany = async (visitor: Visitor, name: string): Promise<void> => {
  await visitor.visit('/company/profile')
  await visitor.fill(/^事業者名/, name)
  await visitor.fill(/^フリガナ/, 'ﾀﾏｶﾞﾜﾉｳｴﾝ')
  await visitor.tick('法人番号はない（個人事業主）')
  await visitor.fill(/^郵便番号/, '3510011')
  await visitor.fill(/^所在地/, '埼玉県朝霞市本町1丁目1番1号')
  await visitor.choose(/^業種/, '農業、林業')
  await visitor.fill(/^従業員数/, '７')
  await visitor.fill(/^代表者の役職/, '代表')
  await visitor.fill(/^代表者の氏名/, '玉川 実')
  await visitor.fill(/^担当者の氏名/, '玉川 実')
  await visitor.fill(/^担当者の電話番号/, '048-000-0200')
  await visitor.fill(/^会社の概要/, '市内の畑で、にんじんと里芋を育てています。')
  await visitor.fill(/^社風/, '朝は早いですが、午後3時には全員が帰ります。')
  await visitor.press('登録して申請をはじめる')
}

const mark = async (visitor: Visitor, code: string): Promise<void> => {
  await visitor.page.locator(`input[name="mark.${code}"][value="checked"]`).check()
}

/** The cheapest application: four marks in three categories, one entry each. */
const fillIn = async (visitor: Visitor): Promise<void> => {
  await visitor.follow('関係法令などの宣言')
  await visitor.tick(/関係法令/)
  await visitor.press('保存してチェックシートへ進む')
  await mark(visitor, '1-1')
  await visitor.page.locator('[name="1-1.text"]').fill('「午後3時に帰る農園」を方針として掲げています。')
  await visitor.press('保存して一覧に戻る')
  await visitor.follow(/多様な働き方の推進/)
  await mark(visitor, '5-1')
  await visitor.page.locator('input[name="5-1.measures"][value="side_jobs"]').check()
  await mark(visitor, '5-2')
  await visitor.page.locator('[name="5-2.text"]').fill('出荷の時間に合わせて、出勤時間を自分で決められます。')
  await visitor.press('保存して一覧に戻る')
  await visitor.follow(/地域・社会貢献活動/)
  await mark(visitor, '7-2')
  await visitor.page.locator('[name="7-2.text"]').fill('小学校の芋掘り体験を毎年受け入れています。')
  await visitor.press('保存して一覧に戻る')
}

const send = async (visitor: Visitor): Promise<string> => {
  await visitor.follow('内容を確認して提出する')
  await visitor.tick(/記載内容は事実と相違ありません/)
  await visitor.press('申請する')
  return (await visitor.text()).match(/R\d+-\d{3}/)?.[0] ?? ''
}

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
  const response = await company.page.context().request.get(`${portal.url}${href}`)
  return response.body()
}

describe.each([
  { manner: { width: 1280, script: true }, name: '玉川農園' },
  { manner: { width: 375, script: false }, name: '多摩川農園' }
] satisfies { manner: Manner; name: string }[])('the whole job, $manner', ({ manner, name }) => {
  it('leads from the first sign-in to a certificate that anybody can verify', async () => {
    const [company, office, member, citizen] = await Promise.all(
      [manner, manner, manner, manner].map((one) => Visitor.arrive(browser, portal.url, one))
    )
    if (!company || !office || !member || !citizen) throw new Error('somebody is missing')
    await signInByCode(company, `${manner.width}@tamagawa.example.jp`)
    await describeCompany(company, name)
    await fillIn(company)
    const number = await send(company)
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
