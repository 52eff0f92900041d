import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Marks } from '../../src/checklist/index.ts'
import { storeFile } from '../../src/platform/files.ts'
import { readCase } from '../../src/screening/read-case.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Case, official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { resubmit, shownFields } from './portal.ts'

let portal: TestApp
let desk: Browser
let colleague: Browser
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
  colleague = await portal.signIn(await official(portal.context, 'secretariat', '朝霞 次郎'))
})
afterAll(() => portal.close())

const open = (browser: Browser, { applicationId }: Case) => browser.get(`/cases/${applicationId}`)
const shown = ({ applicationId }: Case) => shownFields(portal.context, applicationId)
const file = ({ applicationId }: Case) => readCase(portal.context.db, applicationId)
const save = (browser: Browser, one: Case, fields: Record<string, string>) =>
  browser.post(`/cases/${one.applicationId}/decisions`, fields)
const forward = (browser: Browser, one: Case, fields: Record<string, string>) =>
  browser.post(`/cases/${one.applicationId}/agenda`, fields)
const acceptAll = async (one: Case) => save(desk, one, { ...(await shown(one)), action: 'accept-borne-out' })

/** Category 4 passes only when 「-」 leaves the denominator. */
const hinges: Marks = {
  '1-1': 'checked',
  '4-1': 'checked',
  '4-2': 'checked',
  '4-3': 'not_applicable',
  '4-4': 'not_applicable',
  '7-2': 'checked'
}
const hingesDecided = Object.fromEntries(Object.keys(hinges).map((code) => [`decision-${code}`, 'accepted']))

describe('the case page', () => {
  it('shows answers, findings and decisions of a new case, and is valid', async () => {
    const one = await submittedCase(portal.context)
    const answer = await open(desk, one)
    expect(answer.status).toBe(200)
    for (const words of ['製造業・48人', '受付 令和8年11月21日（土）', '裏付けあり', '申請なし', '残り4項目が未判定'])
      expect(answer.body).toContain(words)
    expect(answer.body).not.toContain('委員会に付す</button>')
    expect(answer.body).toContain('工程ごとの小さな班で相談しながら進める')
    for (const [, anchor] of answer.body.matchAll(/<a href="#([a-z]+)">/g))
      expect(answer.body).toContain(`id="${anchor}"`)
    await expectValidHtml(answer.body)
  })

  it.each(['screening', 'returned', 'awaiting_committee', 'heard', 'certified', 'refused', 'withdrawn'] as const)(
    'is valid in the state %s, and offers decisions only while it is screened',
    async (status) => {
      const one = await submittedCase(portal.context, { status })
      const answer = await open(desk, one)
      expect(answer.status).toBe(200)
      expect(answer.body.includes('判定を保存')).toBe(status === 'screening')
      await expectValidHtml(answer.body)
    }
  )

  it('shows hostile text as text', async () => {
    const evil = '"><script>alert(1)</script>'
    const one = await submittedCase(portal.context, {
      profile: { name: evil, culture: evil },
      evidence: { '1-1': { text: evil } }
    })
    const answer = await open(desk, one)
    expect(answer.body).not.toContain('<script>alert')
    await expectValidHtml(answer.body)
  })

  it('warns of a name that no certificate could show, while the company can be asked', async () => {
    const one = await submittedCase(portal.context, { profile: { name: '株式会社りんご🍎' } })
    const open = await desk.get(`/cases/${one.applicationId}`)
    expect(open.body).toContain('このままでは認定証を作れません')
    expect(open.body).toContain('「🍎」（U+1F34E）')
    await expectValidHtml(open.body)
    const closed = await submittedCase(portal.context, { profile: { name: '株式会社りんご🍎' }, status: 'withdrawn' })
    for (const { applicationId } of [closed, await submittedCase(portal.context)])
      expect((await desk.get(`/cases/${applicationId}`)).body).not.toContain('認定証を作れません')
  })

  it('exists for the secretariat only', async () => {
    const one = await submittedCase(portal.context)
    const company = await portal.signIn(one.email)
    const committee = await portal.signIn(await official(portal.context, 'committee', '委員'))
    for (const browser of [company, committee]) {
      expect((await open(browser, one)).status).toBe(404)
      expect((await save(browser, one, await shown(one))).status).toBe(404)
      expect((await forward(browser, one, await shown(one))).status).toBe(404)
    }
    const visitor = await open(portal.visitor(), one)
    expect([visitor.status, visitor.location]).toEqual([303, `/sign-in?return=%2Fcases%2F${one.applicationId}`])
  })

  it('does not exist for drafts, unknown ids and what is no id', async () => {
    for (const id of ['0199aaaa-0000-7000-8000-000000000001', 'x', "' or 1=1"])
      expect((await desk.get(`/cases/${encodeURIComponent(id)}`)).status).toBe(404)
  })
})

describe('deciding on items', () => {
  it('saves what changed in one request, begins the screening and tells the history', async () => {
    const one = await submittedCase(portal.context)
    const answer = await save(desk, one, {
      ...(await shown(one)),
      'decision-1-1': 'accepted',
      'decision-5-1': 'not_accepted',
      'reason-5-1': '就業規則に定めがない',
      'decision-5-2': 'queried',
      'question-5-2': '利用した人はいますか'
    })
    expect([answer.status, answer.location]).toEqual([303, `/cases/${one.applicationId}`])
    const { application, decisions } = await file(one)
    expect(application.status).toBe('screening')
    expect(Object.values(decisions).map(({ itemCode, decision, reason }) => [itemCode, decision, reason])).toEqual([
      ['1-1', 'accepted', ''],
      ['5-1', 'not_accepted', '就業規則に定めがない'],
      ['5-2', 'queried', '利用した人はいますか']
    ])
    const page = await open(desk, one)
    expect(page.body).toContain('3項目の判定を保存しました。')
    expect(page.body).toContain('認める 1-1／認めない 5-1「就業規則に定めがない」／照会 5-2「利用した人はいますか」')
    expect(page.body).toContain('残り1項目が未判定')
    expect(page.body).toContain('残り1項目が照会中')
    await expectValidHtml(page.body)
  })

  it('saves nothing again when the same form is sent twice', async () => {
    const one = await submittedCase(portal.context)
    const fields = { ...(await shown(one)), 'decision-1-1': 'accepted' }
    await save(desk, one, fields)
    const again = await save(desk, one, fields)
    expect(again.status).toBe(303)
    const { rows } = await portal.context.db.execute(
      sql`select 1 from item_decisions where application_id = ${one.applicationId}`
    )
    expect(rows).toHaveLength(1)
  })

  it('accepts everything that the evidence bears out, and leaves the rest and what was chosen alone', async () => {
    const one = await submittedCase(portal.context, {
      marks: { '1-1': 'checked', '1-2': 'checked', '7-2': 'checked', '4-3': 'not_applicable' },
      evidence: { '1-1': { text: '宣言' }, '7-2': { text: '市民まつり' } }
    })
    await save(desk, one, {
      ...(await shown(one)),
      'decision-7-2': 'queried',
      'question-7-2': 'いつですか',
      action: 'accept-borne-out'
    })
    const { decisions } = await file(one)
    expect(Object.values(decisions).map(({ itemCode, decision }) => [itemCode, decision])).toEqual([
      ['1-1', 'accepted'],
      ['7-2', 'queried']
    ])
  })

  it.each([
    ['not_accepted', 'reason-1-1', '認めない理由を入力してください'],
    ['queried', 'question-1-1', '事業者への質問を入力してください']
  ])(
    'asks beside the field for what %s needs, keeps everything and saves nothing',
    async (decision, field, message) => {
      const one = await submittedCase(portal.context)
      const answer = await save(desk, one, {
        ...(await shown(one)),
        'decision-1-1': decision,
        [field]: '　',
        'decision-5-1': 'not_accepted',
        'reason-5-1': '書きかけの理由'
      })
      expect(answer.status).toBe(422)
      expect(answer.body).toContain('<title>エラー：')
      expect(answer.body).toContain(`href="#${field}"`)
      expect(answer.body).toContain(`id="${field}-error"`)
      expect(answer.body).toContain(message)
      expect(answer.body).toContain('書きかけの理由')
      expect((await file(one)).decisions).toEqual({})
      await expectValidHtml(answer.body)
    }
  )

  it.each([
    ['too long', 'あ'.repeat(1001), '1,000文字以内'],
    ['huge', 'あ'.repeat(100_000), '1,000文字以内'],
    ['with control characters', '理由\u0000', '制御文字']
  ])('refuses a reason that is %s', async (_what, text, message) => {
    const one = await submittedCase(portal.context)
    const answer = await save(desk, one, {
      ...(await shown(one)),
      'decision-1-1': 'not_accepted',
      'reason-1-1': text
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(message)
  })

  it.each([
    ['an unknown item', { 'decision-9-9': 'accepted' }],
    ['an item that was not claimed', { 'decision-1-2': 'accepted' }],
    ['an unknown decision', { 'decision-1-1': 'perhaps' }],
    ['no round', { round: '' }],
    ['a round that is no number', { round: 'one' }]
  ])('refuses %s as no page of ours sends it', async (_what, fields) => {
    const one = await submittedCase(portal.context)
    const answer = await save(desk, one, { ...(await shown(one)), ...fields })
    expect(answer.status).toBe(400)
    expect((await file(one)).decisions).toEqual({})
  })

  it('passes over what a colleague decided when this page did not touch it', async () => {
    const one = await submittedCase(portal.context)
    const before = await shown(one)
    await save(colleague, one, { ...before, 'decision-1-1': 'not_accepted', 'reason-1-1': '宣言がない' })
    const answer = await save(desk, one, { ...before, 'decision-5-1': 'accepted' })
    expect(answer.status).toBe(303)
    const { decisions } = await file(one)
    expect([decisions['1-1']?.decision, decisions['5-1']?.decision]).toEqual(['not_accepted', 'accepted'])
  })

  it('does not turn back a decision that this page merely showed', async () => {
    const one = await submittedCase(portal.context)
    await save(desk, one, { ...(await shown(one)), 'decision-1-1': 'accepted' })
    const before = await shown(one)
    await save(colleague, one, { ...before, 'decision-1-1': 'queried', 'question-1-1': 'いつの宣言ですか' })
    await save(desk, one, { ...before, 'decision-5-1': 'accepted' })
    expect((await file(one)).decisions['1-1']?.decision).toBe('queried')
  })

  it('tells of the first when two decide differently, saves nothing, and lets the second insist', async () => {
    const one = await submittedCase(portal.context)
    const before = await shown(one)
    await save(colleague, one, { ...before, 'decision-1-1': 'accepted' })
    const mine = { 'decision-1-1': 'not_accepted', 'reason-1-1': '宣言がない', 'decision-5-1': 'accepted' }
    const answer = await save(desk, one, { ...before, ...mine })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('ほかの職員が先に「認める」と判定しました')
    expect(answer.body).toContain('宣言がない')
    expect((await file(one)).decisions['5-1']).toBeUndefined()
    await expectValidHtml(answer.body)
    const again = await save(desk, one, { ...(await shown(one)), ...mine })
    expect(again.status).toBe(303)
    expect((await file(one)).decisions['1-1']?.decision).toBe('not_accepted')
  })

  it('keeps one of two that decide at the very same time', async () => {
    const one = await submittedCase(portal.context)
    const before = await shown(one)
    const answers = await Promise.all([
      save(desk, one, { ...before, 'decision-1-1': 'accepted' }),
      save(colleague, one, { ...before, 'decision-1-1': 'queried', 'question-1-1': 'いつですか' })
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })

  it('refuses a page from before a resubmission, and keeps what was typed', async () => {
    const one = await submittedCase(portal.context)
    const before = await shown(one)
    await resubmit(portal.context, one, () => ({ marks: { '5-1': 'checked' } }))
    const answer = await save(desk, one, { ...before, 'decision-5-1': 'not_accepted', 'reason-5-1': '書きかけの理由' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('事業者が再提出したため')
    expect(answer.body).toContain('書きかけの理由')
    expect((await file(one)).decisions).toEqual({})
    await expectValidHtml(answer.body)
  })

  it('refuses decisions once the case has moved on, and keeps what was typed', async () => {
    const one = await submittedCase(portal.context, { status: 'awaiting_committee' })
    const answer = await save(desk, one, {
      ...(await shown(one)),
      'decision-1-1': 'not_accepted',
      'reason-1-1': '書きかけの理由'
    })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('保存していない入力　1-1：書きかけの理由')
    await expectValidHtml(answer.body)
  })
})

describe('after a resubmission', () => {
  it('shows what changed, asks again for it, and keeps what stayed', async () => {
    const one = await submittedCase(portal.context)
    await save(desk, one, {
      ...(await shown(one)),
      'decision-1-1': 'accepted',
      'decision-5-1': 'accepted',
      'decision-5-2': 'queried',
      'question-5-2': '対象は何人ですか',
      'decision-7-2': 'accepted'
    })
    await resubmit(portal.context, one, (content) => ({
      evidence: { ...content.evidence, '5-1': { measures: ['other'], other: '男性の育休を義務にした' } },
      marks: { ...content.marks, '1-2': 'checked', '7-2': 'unchecked' },
      profile: { ...content.profile, employees: 50 }
    }))
    const page = await open(desk, one)
    for (const words of [
      '再提出で変更',
      '前回の回答',
      '従業員数：48人 → 50人',
      '前回の判定を引き継いでいます',
      '前回：照会「対象は何人ですか」'
    ])
      expect(page.body).toContain(words)
    // 7-2 is claimed no longer: what was taken back must not hide in a closed list.
    expect(page.body).toMatch(/<details class="disclosure" open[^>]*><summary>申請なし 2項目（7-1・7-2）/)
    const { openItems } = await file(one)
    expect(openItems).toEqual({ undecided: ['1-2', '5-1', '5-2'], queried: [] })
    await expectValidHtml(page.body)
  })
})

describe('putting a case before the committee', () => {
  it('saves the last decisions and forwards in one click; the verdict goes into the history', async () => {
    const one = await submittedCase(portal.context)
    await acceptAll(one)
    const page = await open(desk, one)
    expect(page.body).toContain('委員会に付す</button>')
    const answer = await forward(desk, one, {
      ...(await shown(one)),
      'decision-7-2': 'not_accepted',
      'reason-7-2': '市外の活動だった'
    })
    expect(answer.status).toBe(303)
    const after = await open(desk, one)
    expect(after.body).toContain('委員会に付しました')
    expect(after.body).toContain('合格 2分野（1・5）、認定基準 満たさない')
    expect((await file(one)).application.status).toBe('awaiting_committee')
    await expectValidHtml(after.body)
  })

  it('says what is missing instead, and still keeps the decisions', async () => {
    const one = await submittedCase(portal.context)
    const answer = await forward(desk, one, {
      ...(await shown(one)),
      'decision-1-1': 'accepted',
      'decision-5-1': 'queried',
      'question-5-1': 'いつからですか'
    })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('判定は保存しましたが、まだ委員会に付せません')
    expect(answer.body).toContain('5-2・7-2 を判定してください。')
    expect(answer.body).toContain('5-1 は照会中です。')
    expect((await file(one)).decisions['1-1']?.decision).toBe('accepted')
    await expectValidHtml(answer.body)
  })

  it('refuses the second of two clicks', async () => {
    const one = await submittedCase(portal.context)
    await acceptAll(one)
    const fields = await shown(one)
    await forward(desk, one, fields)
    expect((await forward(desk, one, fields)).status).toBe(409)
  })

  it('asks for the reading of 「-」 where it decides, records the choice with its reason, and then goes on', async () => {
    const one = await submittedCase(portal.context, { marks: hinges, evidence: {} })
    await save(desk, one, { ...(await shown(one)), ...hingesDecided })
    const page = await open(desk, one)
    expect(page.body).toContain('合格 3分野（1・4・7）、認定基準 満たす')
    expect(page.body).toContain('合格 2分野（1・7）、認定基準 満たさない')
    await expectValidHtml(page.body)
    expect((await forward(desk, one, await shown(one))).body).toContain('「-」の読み方を選んでください。')

    const empty = await desk.post(`/cases/${one.applicationId}/reading`, { 'reading-reason': '書きかけ' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('この案件での読み方を選んでください')
    expect(empty.body).toContain('書きかけ')
    await expectValidHtml(empty.body)

    const reason = '育児休業の対象者がいた年があるため'
    const chosen = await desk.post(`/cases/${one.applicationId}/reading`, {
      reading: 'counts_as_unchecked',
      'reading-reason': reason
    })
    expect(chosen.status).toBe(303)
    expect((await file(one)).verdict.meetsStandard).toBe(false)
    expect((await open(desk, one)).body).toContain(reason)
    expect((await forward(desk, one, await shown(one))).status).toBe(303)
  })

  it('takes no reading where it decides nothing, or when the case has moved on', async () => {
    const fields = { reading: 'leaves_denominator', 'reading-reason': '理由' }
    const plain = await submittedCase(portal.context)
    expect((await desk.post(`/cases/${plain.applicationId}/reading`, fields)).status).toBe(409)
    const gone = await submittedCase(portal.context, { marks: hinges, status: 'heard' })
    expect((await desk.post(`/cases/${gone.applicationId}/reading`, fields)).status).toBe(409)
  })
})

describe('attachments of a case', () => {
  it('are downloaded by the secretariat, and by nobody else', async () => {
    const content = Buffer.from('%PDF-1.7 example')
    const sha256 = await storeFile(portal.context.db, portal.context, content)
    const attachment = {
      id: portal.context.ids(),
      itemCode: '1-1',
      fileName: '社内通知.pdf',
      mediaType: 'application/pdf',
      size: content.length,
      sha256,
      addedAt: '2026-11-20T10:00:00+09:00'
    }
    const one = await submittedCase(portal.context, { attachments: [attachment] })
    const url = `/cases/${one.applicationId}/attachments/${attachment.id}`
    expect((await open(desk, one)).body).toContain(`href="${url}"`)
    const answer = await desk.get(url)
    expect([answer.status, answer.bytes.equals(content)]).toEqual([200, true])
    const company = await portal.signIn(one.email)
    expect((await company.get(url)).status).toBe(404)
    const other = await submittedCase(portal.context)
    expect((await desk.get(`/cases/${other.applicationId}/attachments/${attachment.id}`)).status).toBe(404)
  })
})

describe('what was decided', () => {
  it.each(['item_decisions', 'reading_choices', 'correction_requests', 'hearing_notes'])(
    'cannot be changed or deleted in %s',
    async (table) => {
      const run = (statement: string) => portal.context.db.execute(sql.raw(statement))
      await expect(run(`truncate ${table}`)).rejects.toThrow()
    }
  )

  it('stays as it was', async () => {
    const one = await submittedCase(portal.context)
    await acceptAll(one)
    const { db } = portal.context
    await expect(db.execute(sql`update item_decisions set reason = 'x'`)).rejects.toThrow()
    await expect(db.execute(sql`delete from item_decisions`)).rejects.toThrow()
    expect(Object.keys((await file(one)).decisions)).toHaveLength(4)
  })
})
