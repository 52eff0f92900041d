import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editions } from '../../src/checklist/index.ts'
import { guideLinks } from '../../src/guides/guide.ts'
import { schemeFacts } from '../../src/guides/scheme-facts.ts'
import { paths } from '../../src/paths.ts'
import { queueMail } from '../../src/platform/outbox.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { accountOf, meetingOn } from '../committee/meeting-of-cases.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { renewableCase } from '../support/renewable.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

describe('the first page', () => {
  it('tells the standard as the edition has it', () => {
    const facts = schemeFacts(editions['asaka-2023'], asaka)
    expect(facts).toMatchObject({ items: 23, requiredCategories: 3, fewestItems: 4, years: 3 })
    expect(facts.categories.map(({ items, needed }) => `${needed}/${items}`)).toEqual([
      '1/2',
      '2/4',
      '2/3',
      '3/5',
      '2/3',
      '2/4',
      '1/2'
    ])
  })

  it('has its two buttons, and the ways to the guides and the verification', async () => {
    const page = await portal.visitor().get(paths.home)
    expect(page.status).toBe(200)
    expect(page.body).toContain(`<a class="button button--primary" href="${paths.selfCheck}">10分でセルフチェック</a>`)
    expect(page.body).toContain(`<a class="button button--secondary" href="${paths.signIn}">申請する</a>`)
    for (const path of [paths.verifications, ...guideLinks.map(({ href }) => href)])
      expect(page.body).toContain(`href="${path}"`)
    expect(page.body.match(/<h1>/g)).toHaveLength(1)
    expect(page.bytes.length).toBeLessThan(60_000)
    await expectValidHtml(page.body)
  })

  it('is kept by browsers until something changes', async () => {
    const first = await portal.visitor().get(paths.home)
    const again = await portal.visitor().get(paths.home, { 'if-none-match': String(first.headers.etag) })
    expect(again.status).toBe(304)
  })

  it('tells search engines who is behind it and how to search it', async () => {
    const { body } = await portal.visitor().get(paths.home)
    const data = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = '']) =>
      JSON.parse(json)
    )
    expect(data.map((one) => one['@type'])).toEqual(['GovernmentOrganization', 'WebSite'])
    expect(data[1].publisher['@id']).toBe(data[0]['@id'])
    expect(data[1].potentialAction.target.urlTemplate).toContain('/companies?q={search_term_string}')
  })

  it('shows who was certified last, and how many are', async () => {
    expect((await portal.visitor().get(paths.home)).body).not.toContain('新しく認定された事業者')
    const names = ['一番製作所', '二番製作所', '三番製作所', '四番製作所']
    for (const [index, name] of names.entries())
      await renewableCase(portal.context, { profile: { name }, startsOn: `2025-0${index + 1}-01` })
    const { body } = await portal.visitor().get(paths.home)
    const shown = [...body.matchAll(/(.)番製作所<\/span>/g)].map(([, first]) => first)
    expect(shown).toEqual(['四', '三', '二'])
    expect(body).toContain('認定企業4社から探す')
    expect(body).toContain('<span class="home-figure__number">4</span>社')
    expect(Buffer.byteLength(body)).toBeLessThan(60_000)
    await expectValidHtml(body)
  })

  it('says when the committee meets, and by when to apply for it while there is time', async () => {
    const text = async () => (await portal.visitor().get(paths.home)).body
    expect(await text()).toContain('日程を調整しています')
    const actor = await accountOf(portal.context, await official(portal.context, 'secretariat', '会議 花子'))
    await meetingOn(portal.context, '2026-12-22', actor)
    expect(await text()).toContain('<strong>令和8年12月1日（火）まで</strong>に申請いただくと')
    portal.setNow('2026-12-02T09:00:00+09:00')
    expect(await text()).toContain('その次の会議で意見を聴く見込みです')
    portal.setNow(testNow)
  })

  it.each([
    ['secretariat', paths.desk],
    ['committee', paths.meetings]
  ] as const)('leads the %s to its own home', async (role, home) => {
    const browser = await portal.signIn(await official(portal.context, role, '朝霞 次郎'))
    const page = await browser.get(paths.home)
    expect(page.body).toMatch(new RegExp(`class="button[^"]*" href="${home}"`))
    await expectValidHtml(page.body)
  })

  it('leads a company to its applications', async () => {
    const page = await (await portal.signIn('company@example.jp')).get(paths.home)
    expect(page.body).toMatch(/class="button[^"]*" href="\/company"/)
  })
})

describe('the statements', () => {
  it.each([
    [paths.accessibility, 'JIS X 8341-3:2016'],
    [paths.privacy, '公開しません']
  ])('%s stands for everybody, with whom to ask', async (path, words) => {
    const page = await portal.visitor().get(path)
    expect(page.status).toBe(200)
    expect(page.body).toContain(words)
    expect(page.body).toContain(`mailto:${asaka.secretariat.email}`)
    await expectValidHtml(page.body)
  })
})

describe('the mails of the demo', () => {
  it('are shown whole, newest first, with their state and nothing taken for markup', async () => {
    const empty = await portal.visitor().get(paths.demoMails)
    await expectValidHtml(empty.body)
    for (const subject of ['一通目', '二通目'])
      await portal.context.db.transaction((tx) =>
        queueMail(tx, portal.context, {
          kind: 'test',
          to: 'someone@example.jp',
          subject,
          text: '<script>alert(1)</script>\n次の行'
        })
      )
    const waiting = await portal.visitor().get(paths.demoMails)
    expect(waiting.body.indexOf('二通目')).toBeLessThan(waiting.body.indexOf('一通目'))
    expect(waiting.body).toContain('someone@example.jp')
    expect(waiting.body).toContain('&lt;script>alert(1)&lt;/script>\n次の行')
    expect(waiting.body).toContain('送信待ち')
    await expectValidHtml(waiting.body)
    await portal.deliver()
    const sent = await portal.visitor().get(paths.demoMails)
    expect(sent.body).toContain('送信済み')
    expect(sent.body).not.toContain('送信待ち')
  })

  it('do not exist in service', async () => {
    const service = await openTestApp({
      env: {
        SMTP_URL: 'smtp://localhost:25',
        BASE_URL: 'https://wlgb.example.jp',
        SESSION_SECRET: 'a secret of more than thirty-two characters'
      }
    })
    const page = await service.visitor().get(paths.demoMails)
    expect(page.status).toBe(404)
    expect((await service.visitor().get(paths.home)).body).not.toContain(paths.demoMails)
    await service.close()
  })
})

it('tells a balancer that the process answers', async () => {
  const answer = await portal.visitor().get(paths.liveness)
  expect([answer.status, answer.json()]).toEqual([200, { status: 'ok' }])
  expect(answer.headers['cache-control']).toBe('no-store')
})
