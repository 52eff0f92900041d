import { describe, expect, it } from 'vitest'
import type { Application } from '../../src/applications/application.ts'
import type { CertificationRecord } from '../../src/certificates/certification-record.ts'
import { revocationDraft, revocationNotice, surrenderDraft } from '../../src/certificates/ending-letters.ts'
import { fillIn, type LetterInput } from '../../src/letters/letter.ts'
import type { LetterKind } from '../../src/letters/letter-kind.ts'
import { standardWording } from '../../src/letters/standard-wording.ts'
import { asaka } from '../../src/scheme/scheme.ts'

const baseUrl = 'https://wlgb.example.jp'

const record: CertificationRecord = {
  id: '0190a5c2-7c1e-7d4e-8a51-3f6b2c9d0e11',
  number: 12,
  companyId: 'c',
  companyName: '株式会社あさか製作所',
  nameKana: 'アサカセイサクショ',
  firstStartsOn: '2024-01-16',
  latestEndsOn: '2027-01-15',
  continuedUntil: null,
  renewalCount: 0,
  endedOn: null,
  endedHow: null,
  endedReason: null,
  endedByName: null,
  isRevocationOpen: false
}

const renewal = (number: string | null): Application => ({
  id: 'a',
  companyId: 'c',
  companyName: record.companyName,
  kind: 'renewal',
  renews: 'b',
  edition: 'asaka-2023',
  evaluationYear: 2025,
  status: number === null ? 'draft' : 'submitted',
  number,
  begunAt: new Date('2026-11-01T00:00:00Z'),
  submittedAt: null,
  statusSince: new Date('2026-11-01T00:00:00Z')
})

const held = (application: Application | null = null) => ({ record, proceeding: null, renewal: application })

const written = ({ kind, addressee, values }: { kind: LetterKind } & Pick<LetterInput, 'addressee' | 'values'>) =>
  fillIn(standardWording[kind], { scheme: asaka, issuedOn: '2026-11-24', addressee, values }).body

describe('the notice before a revocation', () => {
  it('names the certification, the grounds, the deadline with its weekday, and where to answer', () => {
    const text = written(revocationNotice(baseUrl, record, { grounds: '申告と異なるため。', answerBy: '2026-12-08' }))
    for (const words of [
      '（第12号）',
      '【取消しを検討している理由】\n申告と異なるため。',
      '令和8年12月8日（火）まで',
      `${baseUrl}/company/certifications/${record.id}`,
      '決定までは、これまでの認定が有効です'
    ])
      expect(text).toContain(words)
  })
})

describe('the letters that end a certification', () => {
  const end = { on: '2026-12-22', reason: '申告と異なるため。' }

  it.each([
    ['revoked', written(revocationDraft(baseUrl, held(), end)), '２　取消日　　　令和8年12月22日'],
    ['surrendered', written(surrenderDraft(baseUrl, held(), end.on)), '２　辞退の日　　令和8年12月22日']
  ])('%s: say from when on, and nothing of a renewal where there is none', (_, text, day) => {
    expect(text).toContain('１　認定番号　　第12号')
    expect(text).toContain(day)
    expect(text).not.toContain('更新の申請')
    expect(text).not.toMatch(/[{}]|】\n\n/)
  })

  it.each([
    ['R8-031', '更新の申請（受付番号 R8-031）は、'],
    [null, '更新の申請は、']
  ])('say what becomes of the renewal %s', (number, words) => {
    const open = held(renewal(number))
    expect(written(revocationDraft(baseUrl, open, end))).toContain(`${words}取り下げられたものとして終了しました。`)
    expect(written(surrenderDraft(baseUrl, open, end.on))).toContain(`【更新の申請】\n${words}同時に取り下げました。`)
  })
})
