import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findEntry } from '../../src/directory/read-entries.ts'
import { sharp } from '../../src/pictures/sharp.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { readStoredFile } from '../../src/platform/files.ts'
import { findSettings } from '../../src/publicity/publicity-store.ts'
import { stateOf } from '../../src/publicity/statement-store.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'
import { certificationCase } from '../support/issued.ts'
import { hugePng, phonePhoto, pngOf } from '../support/pictures.ts'
import { samples } from '../support/sample-files.ts'
import { approve, savedPublicity, sentPictures, waitingStatement } from '../support/statements.ts'

let portal: TestApp
let city: string
beforeAll(async () => {
  portal = await openTestApp()
  city = await official(portal.context, 'secretariat', '産業 太郎')
})
afterAll(() => portal.close())

const url = '/company/publicity'
const certified = () => certificationCase(portal.context, { startsOn: '2026-11-01' })

type Fields = Readonly<Record<string, string | readonly string[]>>
type Files = Readonly<Record<string, Buffer>>

const post = (browser: Browser, path: string, fields: Fields, files: Files = {}): Promise<Answer> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const part of [value].flat()) form.append(name, part)
  // A browser sends a nameless part of no bytes for every empty file field.
  for (const name of ['photoFile', 'logoFile']) {
    const file = files[name]
    form.append(
      name,
      new Blob(file === undefined ? [] : [new Uint8Array(file)]),
      file === undefined ? '' : `${name}.jpg`
    )
  }
  return browser.upload(path, form)
}

const hiddenIn = (body: string, name: string): string =>
  body.match(new RegExp(`type="hidden" name="${name}" value="([^"]*)"`))?.[1] ?? ''

const stateFor = (companyId: string) => stateOf(portal.context.db, companyId)
const entryOf = async (number: number) => {
  const entry = await findEntry(portal.context, number)
  if (entry === null) throw new Error(`no entry ${number}`)
  return entry
}

describe('a company that is not certified', () => {
  it('is told why it has no page and what to do, and cannot save one', async () => {
    const { email } = await draftCase(portal.context)
    const company = await portal.signIn(email)
    for (const answer of [await company.get(url), await company.get(`${url}/preview`)]) {
      expect(answer.status).toBe(200)
      expect(answer.body).toContain('認定を受けている企業が使えます')
      await expectValidHtml(answer.body)
    }
    for (const path of [url, `${url}/preview`])
      expect((await post(company, path, { version: '0', words: '紹介' })).status).toBe(409)
  })
})

describe('the company page', () => {
  it('shows for every field what exactly would be shown, and takes consents at once', async () => {
    const { email, companyId, number } = await certified()
    const company = await portal.signIn(email)
    const page = await company.get(url)
    await expectValidHtml(page.body)
    for (const words of ['埼玉県朝霞市本町1-1-1', '21〜50人', '精密部品の切削加工', `認定番号 第${number}号`])
      expect(page.body).toContain(words)
    expect(await entryOf(number)).toMatchObject({ address: null, size: null, website: null, jobsUrl: null })

    const fields = { version: '0', step: 'save', shown: ['address', 'website'], jobsUrl: 'example.jp/recruit' }
    const saved = await post(company, url, fields)
    expect([saved.status, saved.location]).toEqual([303, url])
    expect(await entryOf(number)).toMatchObject({
      address: '埼玉県朝霞市本町1-1-1',
      website: 'https://asaka-seisakusho.example.jp/',
      size: null,
      jobsUrl: 'https://example.jp/recruit'
    })
    const kinds = (await historyOf(portal.context.db, companyId)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind.startsWith('publicity') || kind.startsWith('statement'))).toEqual([
      'publicity-saved'
    ])

    await post(company, url, { version: '1', step: 'save' })
    expect(await entryOf(number)).toMatchObject({ address: null, website: null, jobsUrl: null })
  })

  it('sends words and pictures to the secretariat, and shows nothing of them before', async () => {
    const { email, companyId, number } = await certified()
    const company = await portal.signIn(email)
    const fields = { version: '0', step: 'save', words: '声をかけ合える\r\n職場です。', photoDescription: '作業場' }
    const files = {
      photoFile: await phonePhoto({ width: 800, height: 600 }),
      logoFile: await pngOf({ width: 300, height: 300 })
    }
    expect((await post(company, url, fields, files)).status).toBe(303)
    const page = await company.get(url)
    await expectValidHtml(page.body)
    expect(page.body).toContain('確認待ち')
    const { waiting } = await stateFor(companyId)
    expect(waiting).toMatchObject({ words: '声をかけ合える\n職場です。', photoDescription: '作業場' })
    expect(await entryOf(number)).toMatchObject({ words: '', photo: null, logo: null })

    const stored = await readStoredFile(portal.context.db, waiting?.photo ?? '')
    const { format, exif, width, height } = await sharp(stored).metadata()
    expect([format, exif, width, height]).toEqual(['webp', undefined, 600, 800])

    const notices = (await portal.mails()).filter(
      ({ subjectId, kind }) => subjectId === companyId && kind === 'statement-notice'
    )
    expect(notices[0]?.body).toContain(`/publicity/${waiting?.id}`)

    await approve(portal.context, waiting?.id ?? '', city)
    expect(await entryOf(number)).toMatchObject({ photo: { sha256: waiting?.photo }, logo: waiting?.logo })
    expect((await company.get(url)).body).toContain('公開中')
  })

  it('keeps a picture that was fine when another field is wrong, and every other value', async () => {
    const { email, companyId } = await certified()
    const company = await portal.signIn(email)
    const fields = {
      version: '0',
      step: 'save',
      shown: 'culture',
      words: '長'.repeat(401),
      jobsUrl: 'ftp://example.jp'
    }
    const refused = await post(company, url, fields, { photoFile: await pngOf({ width: 480, height: 320 }) })
    expect(refused.status).toBe(422)
    await expectValidHtml(refused.body)
    for (const words of ['400文字以内', '求人ページは http', '写真の説明に入力', 'ftp://example.jp', '長'.repeat(401)])
      expect(refused.body).toContain(words)
    const photo = hiddenIn(refused.body, 'photo')
    expect(photo).toMatch(/^[0-9a-f]{64}$/)
    const shown = await company.get(`${url}/pictures/${photo}.webp`)
    expect([shown.status, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([
      200,
      'image/webp',
      'private, no-store'
    ])

    const again = await post(company, url, {
      version: '0',
      step: 'save',
      words: '短い',
      photo,
      photoDescription: '作業場'
    })
    expect(again.status).toBe(303)
    expect((await stateFor(companyId)).waiting).toMatchObject({ words: '短い', photo })
  })

  it.each([
    ['an SVG with script', samples.svg, '写真はJPEG、PNG、WebP、GIF'],
    ['20,000 × 20,000 pixels', hugePng(20_000), 'ピクセル数'],
    ['a file cut off', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), '読み取れませんでした'],
    ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1), '10 MBまで']
  ])('refuses %s beside the field', async (_what, photoFile, words) => {
    const { email, companyId } = await certified()
    const refused = await post(
      await portal.signIn(email),
      url,
      { version: '0', step: 'save', words: '紹介文です', photoDescription: '作業場' },
      { photoFile }
    )
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(words)
    expect(refused.body).toContain('紹介文です')
    expect(refused.body).toContain('href="#photoFile"')
    expect((await stateFor(companyId)).waiting).toBeNull()
  })

  it('never takes a picture that another company sent', async () => {
    const [one, other] = [await certified(), await certified()]
    const { photo } = await sentPictures(portal.context, other.email)
    const company = await portal.signIn(one.email)
    expect((await company.get(`${url}/pictures/${photo}.webp`)).status).toBe(404)
    await post(company, url, { version: '0', step: 'save', words: '紹介', photo, photoDescription: '作業場' })
    expect((await stateFor(one.companyId)).waiting).toMatchObject({ words: '紹介', photo: null })
  })

  it('takes away at once what is taken out of the form', async () => {
    const { email, companyId, number } = await certified()
    const { id, photo, logo } = await waitingStatement(portal.context, email)
    await approve(portal.context, id, city)
    const company = await portal.signIn(email)
    const words = '声をかけ合える職場です。'
    const fields = { version: '1', step: 'save', words, photo, photoRemoval: 'yes', photoDescription: 'x', logo }
    expect((await post(company, url, fields)).status).toBe(303)
    expect(await entryOf(number)).toMatchObject({ words, photo: null, logo })
    expect((await stateFor(companyId)).waiting).toBeNull()
    const picture = `/companies/${number}/photo/${photo}.webp`
    expect((await portal.visitor().get(picture)).status).toBe(404)
  })

  it('takes back everything at once', async () => {
    const { email, companyId, number } = await certified()
    const { id } = await waitingStatement(portal.context, email)
    await approve(portal.context, id, city)
    await savedPublicity(portal.context, email, { statement: { words: '新しい紹介文' } })
    const company = await portal.signIn(email)
    expect((await company.post(`${url}/withdrawal`)).location).toBe(url)
    expect(await stateFor(companyId)).toEqual({ published: null, waiting: null, returned: null })
    expect(await entryOf(number)).toMatchObject({ words: '', photo: null, logo: null })
    const page = await company.get(url)
    await expectValidHtml(page.body)
    expect(page.body).toContain('取り下げました')
    expect(page.body).toContain('まだありません')
    expect((await company.post(`${url}/withdrawal`)).status).toBe(303)
    expect((await company.get(url)).body).toContain('ありませんでした')
  })

  it('tells the later of two colleagues, and loses neither text', async () => {
    const { email, companyId } = await certified()
    await savedPublicity(portal.context, email, { shown: ['address'], statement: { words: '先の紹介文' } })
    const company = await portal.signIn(email)
    const fields = { version: '0', step: 'save', shown: 'size', words: '後の紹介文' }
    const late = await post(company, url, fields)
    expect(late.status).toBe(409)
    await expectValidHtml(late.body)
    for (const words of ['別の画面で先に保存された', '先の紹介文', '後の紹介文', '所在地', '従業員の規模'])
      expect(late.body).toContain(words)
    expect((await stateFor(companyId)).waiting?.words).toBe('先の紹介文')
    const version = hiddenIn(late.body, 'version')
    expect((await post(company, url, { ...fields, version })).status).toBe(303)
    expect((await stateFor(companyId)).waiting?.words).toBe('後の紹介文')
    // The very same form again changes nothing.
    expect((await post(company, url, { ...fields, version })).status).toBe(303)
    expect((await findSettings(portal.context.db, companyId))?.version).toBe(2)
  })

  it('shows how it would look, without saving, and goes on from there', async () => {
    const { email, companyId, number } = await certified()
    const company = await portal.signIn(email)
    const fields = { version: '0', shown: ['address'], words: '見てから決める紹介文', photoDescription: '作業場' }
    const shown = await post(company, `${url}/preview`, fields, { photoFile: await pngOf({ width: 480, height: 320 }) })
    expect(shown.status).toBe(200)
    await expectValidHtml(shown.body)
    const photo = hiddenIn(shown.body, 'photo')
    for (const words of [
      'まだ保存していません',
      '見てから決める紹介文',
      '埼玉県朝霞市本町1-1-1',
      `${url}/pictures/${photo}.webp`
    ])
      expect(shown.body).toContain(words)
    expect(await findSettings(portal.context.db, companyId)).toBeNull()

    const back = await company.post(url, { ...fields, photo, step: 'edit' })
    expect(back.status).toBe(200)
    for (const words of ['見てから決める紹介文', photo]) expect(back.body).toContain(words)
    expect((await company.post(url, { ...fields, photo, step: 'save' })).status).toBe(303)
    expect((await stateFor(companyId)).waiting).toMatchObject({ words: '見てから決める紹介文', photo })

    const stored = await company.get(`${url}/preview`)
    await expectValidHtml(stored.body)
    expect(stored.body).toContain('見てから決める紹介文')
    expect(await entryOf(number)).toMatchObject({ words: '', address: '埼玉県朝霞市本町1-1-1' })
    expect((await post(company, `${url}/preview`, { version: '1', words: '長'.repeat(401) })).status).toBe(422)
  })

  it('answers a body that breaks off', async () => {
    const { email } = await certified()
    const company = await portal.signIn(email)
    const answer = await company.send({
      method: 'POST',
      url,
      payload: `${await company.tokenPart('x')}--x\r\nContent-Disposition: form-data; name="photoFile"; filename="a.png"\r\n\r\nabc`,
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' }
    })
    expect(answer.status).toBe(400)
  })
})

describe('a picture', () => {
  it('is public by its hash while it is approved and the company is certified', async () => {
    const { email, number } = await certified()
    const { id, photo, logo } = await waitingStatement(portal.context, email)
    const visitor = portal.visitor()
    const address = (kind: string, hash: string) => `/companies/${number}/${kind}/${hash}.webp`
    expect((await visitor.get(address('photo', photo))).status).toBe(404)
    await approve(portal.context, id, city)
    for (const [kind, hash] of [
      ['photo', photo],
      ['logo', logo]
    ] as const) {
      const { status, headers, bytes } = await visitor.get(address(kind, hash))
      expect([
        status,
        headers['content-type'],
        headers['cache-control'],
        headers['cross-origin-resource-policy']
      ]).toEqual([200, 'image/webp', 'public, max-age=86400, immutable', 'cross-origin'])
      expect((await sharp(bytes).metadata()).format).toBe('webp')
    }
    expect((await visitor.get(address('banner', photo))).status).toBe(404)
    expect((await visitor.get(address('photo', logo === photo ? 'x' : logo))).status).toBe(404)
    expect((await visitor.get(`/companies/${number + 1}/photo/${photo}.webp`)).status).toBe(404)
    portal.setNow('2029-11-02T10:00:00+09:00')
    expect((await visitor.get(address('photo', photo))).status).toBe(404)
    portal.setNow(testNow)
  })
})
