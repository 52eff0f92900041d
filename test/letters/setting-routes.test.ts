import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letterKindList, letterKinds } from '../../src/letters/letter-kind.ts'
import { latestWording } from '../../src/letters/letter-store.ts'
import { readLetterDraft } from '../../src/letters/send-letter.ts'
import { standardWording } from '../../src/letters/standard-wording.ts'
import { paths } from '../../src/paths.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { correctionLetter } from '../support/letters.ts'

let portal: TestApp
let desk: Browser
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '文面 花子'))
})
afterAll(() => portal.close())

const url = paths.letterSetting('correction')
const own = {
  subject: '補正のお願い（{{受付番号}}）',
  body: '　次の点を補正してください。\n\n{{補正の内容}}\n\n{{照会事項}}\n\n{{回答期限}}まで\n{{URL}}'
}
const basisOf = (body: string): string => body.match(/name="basis" value="([^"]*)"/)?.[1] ?? ''
const latest = () => latestWording(portal.context.db, 'correction')

/** Sends the form as it stands on the page, with what a test types. */
const save = async (parts: Readonly<Record<string, string>> = {}) => {
  const { body } = await desk.get(url)
  return desk.post(url, { ...own, basis: basisOf(body), step: 'save', ...parts })
}

describe('the list of wordings', () => {
  it('names every kind of letter, when it is sent and whose wording it has', async () => {
    const { status, body } = await desk.get(paths.letterSettings)
    expect(status).toBe(200)
    for (const kind of letterKindList) {
      expect(body).toContain(`href="${paths.letterSetting(kind)}">${letterKinds[kind].label}<`)
      expect(body).toContain(letterKinds[kind].when)
    }
    expect(body).toContain('標準の文面')
    await expectValidHtml(body)
  })

  it('is in the navigation of the secretariat', async () => {
    expect((await desk.get(paths.desk)).body).toContain(`href="${paths.letterSettings}">文面<`)
  })
})

describe.each(letterKindList)('the page of %s', (kind) => {
  it('shows its wording, what may stand in it, and an example without a brace', async () => {
    const { status, body } = await desk.get(paths.letterSetting(kind))
    expect(status).toBe(200)
    expect(body).toContain(`${letterKinds[kind].label}の文面`)
    const [, preview = ''] = body.match(/<blockquote class="letter">([\s\S]*?)<\/blockquote>/) ?? []
    expect(preview).toMatch(/^株式会社あさか製作所　御中/)
    expect(preview).toContain('以上')
    expect(preview).not.toMatch(/[{}]/)
    await expectValidHtml(body)
  })

  it('has its PDF', async () => {
    const { status, headers, body } = await desk.get(paths.letterPreview(kind))
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(body.startsWith('%PDF')).toBe(true)
  })
})

describe('a wording that is tried', () => {
  it('is shown with examples and not saved', async () => {
    const before = await latest()
    const answer = await save({ step: 'check' })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('まだ保存していない文面')
    expect(answer.body).toContain('件名：補正のお願い（R8-012）')
    expect(answer.body).toContain('　次の点を補正してください。')
    await expectValidHtml(answer.body)
    expect(await latest()).toEqual(before)
  })

  it('is shown as a PDF, or as the page with what is wrong', async () => {
    const preview = paths.letterPreview('correction')
    const pdf = await desk.post(preview, own)
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    const refused = await desk.post(preview, { ...own, body: 'なし' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('本文に「{{補正の内容}}」を入れてください')
    await expectValidHtml(refused.body)
  })
})

describe('a wording that is saved', () => {
  it('is used from then on, stays in the history, and can be given up for the standard', async () => {
    const answer = await save()
    expect([answer.status, answer.location]).toEqual([303, url])
    const draft = await readLetterDraft(portal.context.db, portal.context, correctionLetter())
    expect(draft.subject).toBe('補正のお願い（R8-012）')
    expect(draft.text).toContain('\n\n　次の点を補正してください。\n\n次の点を御確認ください。')
    const page = await desk.get(url)
    for (const words of ['文面を保存しました', 'いまは市の文面です', '文面 花子', '市の文面を保存しました'])
      expect(page.body).toContain(words)
    expect((await desk.get(paths.letterSettings)).body).toMatch(/市の文面（令和8年11月21日/)

    const back = await desk.post(paths.standardLetter('correction'), { basis: basisOf(page.body) })
    expect([back.status, back.location]).toEqual([303, url])
    const after = await desk.get(url)
    expect(after.body).toContain('いまは標準の文面です')
    expect(after.body).toContain('標準の文面に戻しました')
    expect(after.body).toContain('保存した文面：補正のお願い')
    await expectValidHtml(after.body)
    const again = await readLetterDraft(portal.context.db, portal.context, correctionLetter())
    expect(again.subject).toBe(standardWording.correction.subject)
  })

  it.each([
    ['subject', '', '件名を入力してください'],
    ['subject', 'あ'.repeat(101), '件名は100文字以内で入力してください（いまは101文字）'],
    ['subject', '{{理由}}', '「{{理由}}」は、この通知では使えません'],
    ['body', '', '本文を入力してください'],
    ['body', `${own.body}{{`, '閉じていない「{{」か「}}」'],
    ['body', own.body.replace('{{回答期限}}', ''), '本文に「{{回答期限}}」を入れてください'],
    ['body', `${own.body}😀`, '「😀」（U+1F600）は、通知の書体にない文字です'],
    ['body', `${own.body}\u0007`, '使えない文字（制御文字）']
  ])('is refused with 422 where %s is %j, with everything kept', async (field, value, message) => {
    const before = await latest()
    const answer = await save({ [field]: value })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(message)
    expect(answer.body).toContain(`href="#${field}"`)
    expect(answer.body).toContain('<title>エラー：')
    if (field === 'subject') expect(answer.body).toContain('　次の点を補正してください。')
    else expect(answer.body).toContain('補正のお願い')
    await expectValidHtml(answer.body)
    expect(await latest()).toEqual(before)
  })

  it('never overwrites what a colleague saved meanwhile', async () => {
    const stale = basisOf((await desk.get(url)).body)
    await save({ subject: '先に保存した件名' })
    for (const [target, body] of [
      [url, { ...own, subject: '後から保存する件名', basis: stale, step: 'save' }],
      [paths.standardLetter('correction'), { basis: stale }]
    ] as const) {
      const answer = await desk.post(target, body)
      expect(answer.status).toBe(409)
      expect(answer.body).toContain('別の画面で先に保存されたため、まだ保存していません')
      expect(answer.body).toContain('文面 花子さんが')
      await expectValidHtml(answer.body)
    }
    expect((await latest())?.wording?.subject).toBe('先に保存した件名')
    expect((await desk.post(url, { ...own, subject: '後から', basis: stale, step: 'save' })).body).toContain('"後から"')
  })

  it('is saved once when two save at the same time', async () => {
    const basis = basisOf((await desk.get(url)).body)
    const answers = await Promise.all(
      ['一', '二', '三'].map((subject) => desk.post(url, { ...own, subject, basis, step: 'save' }))
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
  })
})

describe('the standard wording', () => {
  it('cannot be returned to where it stands already', async () => {
    const answer = await desk.post(paths.standardLetter('surrender'), { basis: '' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('すでに標準の文面です')
    await expectValidHtml(answer.body)
  })
})
