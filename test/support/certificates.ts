import type { CertificateInput } from '../../src/certificates/certificate-text.ts'
import { asaka } from '../../src/scheme/scheme.ts'

export const sevenTitles = [
  '経営者の理念表明と推進体制',
  '長時間労働の抑制',
  '休暇の取得促進',
  '女性活躍の推進',
  '多様な働き方の推進',
  '働きやすい職場づくりの推進',
  '地域・社会貢献活動'
]

/** A name of exactly 60 characters. */
export const longestName =
  '特定非営利活動法人朝霞地域働きやすい職場づくり推進ネットワーク・子育て介護両立支援センター武蔵野北部連絡協議会本部事務局'

/** What a certificate is made from, with the parts that a test is about. */
export const certificateInput = (parts: Partial<CertificateInput> = {}): CertificateInput => ({
  scheme: asaka,
  number: 12,
  companyName: '株式会社あさか製作所',
  passedCategoryTitles: ['長時間労働の抑制', '休暇の取得促進', '地域・社会貢献活動'],
  period: { startsOn: '2027-01-16', endsOn: '2030-01-15' },
  issuedOn: '2027-01-16',
  verificationCode: '7KQ2-M9XT-4HDR',
  verificationUrl: 'https://wlgb.example.jp/verify/7KQ2-M9XT-4HDR',
  renewalCount: 0,
  createdAt: new Date('2027-01-16T01:00:00Z'),
  ...parts
})
