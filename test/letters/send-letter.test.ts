import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { sampleValues } from '../../src/letters/letter-kind.ts'
import { findLetter, insertWording, lettersAbout, lettersTo } from '../../src/letters/letter-store.ts'
import { readLetterDraft, sendLetter } from '../../src/letters/send-letter.ts'
import { readStoredFile } from '../../src/platform/files.ts'
import { mailsOf } from '../../src/platform/outbox.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { official, submittedCase } from '../support/cases.ts'
import { correctionLetter, sentLetter } from '../support/letters.ts'
import { readPdf } from '../support/pdf-reader.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const pdfOf = async (letterId: string) => {
  const letter = await findLetter(portal.context.db, letterId)
  return readPdf(await readStoredFile(portal.context.db, letter?.sha256 ?? ''))
}

const saveWording = async (wording: { subject: string; body: string } | null) => {
  const { context } = portal
  const account = await findAccountByEmail(context.db, await official(context, 'secretariat', '文面 花子'))
  const saved = {
    id: context.ids(),
    kind: 'correction',
    savedAt: context.clock.now(),
    savedBy: account?.id ?? ''
  } as const
  await insertWording(context.db, { ...saved, wording })
}

describe('a letter that is sent', () => {
  it('is kept as it was, told to the company and archived as a PDF', async () => {
    const { applicationId, companyId, letterId } = await sentLetter(portal.context)
    const letter = await findLetter(portal.context.db, letterId)
    expect(letter).toMatchObject({
      kind: 'correction',
      companyId,
      subjectId: applicationId,
      addressee: '株式会社あさか製作所',
      subject: '申請内容の補正について（依頼）',
      issuedOn: '2026-11-21'
    })
    expect(letter?.body).toContain('令和8年12月8日（火）まで')
    const line = { id: letterId, label: '補正依頼', subject: '申請内容の補正について（依頼）', issuedOn: '2026-11-21' }
    expect(await lettersAbout(portal.context.db, applicationId)).toEqual([line])
    expect(await lettersTo(portal.context.db, companyId)).toEqual([line])
  })

  it('looks like a letter: date, addressee, mayor, title, text, whom to ask', async () => {
    const { letterId } = await sentLetter(portal.context)
    const { lines, tags, pageCount } = await pdfOf(letterId)
    expect(pageCount).toBe(1)
    expect(lines.slice(0, 5)).toEqual([
      '令和8年11月21日',
      '株式会社あさか製作所　御中',
      '朝霞市長　朝霞 太郎',
      '公印',
      '申請内容の補正について（依頼）'
    ])
    for (const line of ['記', '【回答期限】', '令和8年12月8日（火）まで', '以上', asaka.secretariat.phone])
      expect(lines).toContain(line)
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1)
  })

  it('goes to every address by mail, with its text, where its PDF is, and whom to ask', async () => {
    const { context } = portal
    const { companyId, applicationId: subjectId } = await submittedCase(context)
    const to = ['a@example.jp', 'b@example.jp']
    const { letterId } = await context.db.transaction((tx) =>
      sendLetter(tx, context, { ...correctionLetter(), companyId, subjectId, to })
    )
    const mails = await mailsOf(context.db, subjectId)
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(to)
    const [mail] = mails
    expect(mail).toMatchObject({
      kind: 'correction-request',
      subject: '申請内容の補正について（依頼）',
      state: 'waiting'
    })
    const { text } = await readLetterDraft(context.db, context, correctionLetter())
    expect(mail?.body.startsWith(text)).toBe(true)
    expect(
      mail?.body.startsWith('株式会社あさか製作所　御中\n\n令和8年11月21日\n朝霞市長　朝霞 太郎\n\n　令和8年')
    ).toBe(true)
    expect(mail?.body).toContain(`${context.baseUrl}/letters/${letterId}`)
    expect(mail?.body).toContain(asaka.secretariat.phone)
    expect(mail?.body).not.toContain('様')
  })

  it('leaves nothing behind when the transaction fails', async () => {
    const { context } = portal
    const { companyId, applicationId: subjectId } = await submittedCase(context)
    const letter = { ...correctionLetter(), companyId, subjectId, to: ['a@example.jp'] }
    const sending = context.db.transaction(async (tx) => {
      await sendLetter(tx, context, letter)
      throw new Error('stop')
    })
    await expect(sending).rejects.toThrow('stop')
    expect(await lettersAbout(context.db, subjectId)).toEqual([])
    expect(await mailsOf(context.db, subjectId)).toEqual([])
  })

  it('reaches a company whose name no font shows: the mail writes it, the PDF says 〓, and the caller is told', async () => {
    const draft = { ...correctionLetter(), addressee: '朝霞😀商店' }
    const { applicationId, letterId, missing } = await sentLetter(portal.context, draft)
    expect(missing).toEqual(['😀'])
    expect((await pdfOf(letterId)).lines).toContain('朝霞〓商店　御中')
    const [mail] = await mailsOf(portal.context.db, applicationId)
    expect(mail?.body).toContain('朝霞😀商店　御中')
  })

  it('runs over as many pages as its reasons need, numbered', async () => {
    const message = '取組の内容を確かめられる資料を添付してください。\n'.repeat(80)
    const { letterId } = await sentLetter(portal.context, correctionLetter({ message }))
    const { lines, pageCount } = await pdfOf(letterId)
    expect(pageCount).toBeGreaterThan(1)
    expect(lines).toContain(`1 / ${pageCount}`)
  })

  it('follows the wording that the city saved last, and the standard again when the city returns to it', async () => {
    await saveWording({ subject: '補正 {{受付番号}}', body: '{{補正の内容}}\n\n{{照会事項}}\n\n{{回答期限}} {{URL}}' })
    const own = await readLetterDraft(portal.context.db, portal.context, correctionLetter({ questions: '' }))
    expect(own.subject).toBe('補正 R8-012')
    expect(own.text).toContain('\n\n次の点を御確認ください。\n\n令和8年12月8日（火） https')
    await saveWording(null)
    const { subject } = await readLetterDraft(portal.context.db, portal.context, correctionLetter())
    expect(subject).toBe('申請内容の補正について（依頼）')
  })

  it('puts no line break of a name into its subject', async () => {
    await saveWording({ subject: '{{事業者名}} {{受付番号}}', body: '{{補正の内容}}{{照会事項}}{{回答期限}}{{URL}}' })
    const draft = { ...correctionLetter({ receiptNumber: 'R8\n-012' }) }
    const { subject } = await readLetterDraft(portal.context.db, portal.context, draft)
    expect(subject).toBe('株式会社あさか製作所 R8 -012')
    await saveWording(null)
  })

  it('stays as it is: the database refuses to change or remove it', async () => {
    const { letterId } = await sentLetter(portal.context)
    const { db } = portal.context
    for (const change of ['update letters set subject = subject', 'delete from letters'])
      await expect(db.execute(`${change} where id = '${letterId}'`)).rejects.toThrow()
  })
})

it('has an example for every placeholder of a wording', () => {
  expect(Object.values(sampleValues('refused')).every((sample) => sample !== '')).toBe(true)
})
