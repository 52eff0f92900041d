import { composed } from '../documents/composed.ts'
import { phrasesOf } from '../documents/line-breaks.ts'
import type { Phrase } from '../documents/paragraph.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { kanjiDate } from '../scheme/era.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { CertificationPeriod } from './period.ts'

/** What a certificate is made from; the same input gives the same bytes. */
export type CertificateInput = {
  readonly scheme: Pick<Scheme, 'city' | 'honour' | 'mayor'>
  readonly number: number
  readonly companyName: string
  /** Titles of the categories that passed, in their order; none for an edition that does not judge by category. */
  readonly passedCategoryTitles: readonly string[]
  readonly period: CertificationPeriod
  readonly issuedOn: CalendarDate
  readonly verificationCode: string
  readonly verificationUrl: string
  /** How often this certification was renewed: 0 for an initial one. */
  readonly renewalCount: number
  /** When the file is made; it stands in the file's properties. */
  readonly createdAt: Date
}

/** Every word on a certificate, before it is set. */
export type CertificateText = {
  readonly documentTitle: string
  readonly number: string
  readonly heading: string
  readonly honour: string
  readonly companyName: string
  readonly honorific: string
  readonly body: readonly Phrase[]
  readonly periodLabel: string
  readonly period: string
  readonly issuedOn: string
  readonly mayorTitle: string
  readonly mayorName: string
  readonly sealPlace: string
  readonly verificationNote: string
  readonly verificationCode: string
  readonly verificationUrl: string
}

/** Clauses are parted by a space: a certificate of honour has no punctuation. */
const clause = (...phrases: readonly string[]): Phrase[] =>
  phrases.map((text, index) => ({ text, spaced: index === 0 }))

const joined = (text: string): Phrase => ({ text, spaced: false })

const praise = (titles: readonly string[], renewed: boolean): Phrase[] => {
  const named = titles.length > 0 ? titles : ['働きやすい職場づくり']
  const efforts = named.flatMap((title, index) =>
    clause(...phrasesOf(index === named.length - 1 ? `${title}に` : title))
  )
  const stillOrNot = renewed ? clause('引き続き') : []
  return [...stillOrNot, ...efforts, joined('積極的に'), joined('取り組まれていることから')]
}

/** 「貴社は … 積極的に取り組まれていることから … として認定します」, around the categories that passed. */
const body = ({ scheme, passedCategoryTitles, renewalCount }: CertificateInput): Phrase[] => {
  const renewed = renewalCount > 0
  const honour = [scheme.city, ...scheme.honour.split(/(?<=・)/)]
  return [
    ...clause('貴社は'),
    ...clause('仕事と', '生活の', '調和の', '実現に', '向けて'),
    ...praise(passedCategoryTitles, renewed),
    ...clause(...honour.slice(0, -1), `${honour.at(-1)}${renewed ? 'の' : 'として'}`),
    ...(renewed ? [joined('認定を'), joined('更新します')] : [joined('認定します')])
  ]
}

/** Markup characters in full width: the title also stands in the file's XML properties, which the PDF writer leaves bare. */
const markupFree = (text: string): string => text.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞')

/** The words of a certificate in the manner of a 賞状: no punctuation, dates in the Japanese era and kanji numerals. */
export const certificateText = (input: CertificateInput): CertificateText => {
  const companyName = composed(input.companyName)
  const { startsOn, endsOn } = input.period
  return {
    documentTitle: markupFree(`認定証 第${input.number}号 ${companyName}`),
    number: `第 ${input.number} 号`,
    heading: '認定証',
    honour: input.scheme.honour,
    companyName,
    honorific: '様',
    body: body(input),
    periodLabel: '認定期間',
    period: `${kanjiDate(startsOn)}から${kanjiDate(endsOn)}まで`,
    issuedOn: kanjiDate(input.issuedOn),
    mayorTitle: input.scheme.mayor.title,
    mayorName: input.scheme.mayor.name,
    sealPlace: '印',
    verificationNote: 'この認定証が有効かどうかを確認できます',
    verificationCode: `確認コード ${input.verificationCode}`,
    verificationUrl: input.verificationUrl
  }
}
