import { z } from 'zod'
import { emailAddress, requiredText, wholeNumber } from '../platform/form.ts'
import { isIndustryCode } from '../scheme/industries.ts'
import { normalisePhone, normalisePostalCode, normaliseWebsite } from './contact-details.ts'
import { isKatakana, toFullWidthKatakana } from './kana.ts'
import { isLegalEntityNumber } from './legal-entity-number.ts'

/** Most characters of the two texts about the company. */
export const aboutLimit = 1000

// Invisible characters (zero width, changes of direction) come with pasted text; in a name they could pass for another.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** One line: line ends and tabs of pasted text become spaces. */
const line = (label: string, max: number) =>
  requiredText(label, max).transform((text) => text.replaceAll(/[\n\r\t]+/g, ' ').replaceAll(invisible, ''))

const visibleLine = (label: string, max: number) =>
  line(label, max).refine((text) => text.trim() !== '', { error: `${label}を入力してください` })

const nameKana = line('フリガナ', 120).transform(toFullWidthKatakana).refine(isKatakana, {
  error:
    'フリガナはカタカナで入力してください。漢字・英字・数字は読みをカタカナにしてください（例：カブシキガイシャ アサカ）'
})

const numberProblems = {
  missing: '法人番号を入力するか、「法人番号はない（個人事業主）」を選んでください',
  both: '法人番号の入力と「法人番号はない（個人事業主）」の選択は、どちらか一方にしてください',
  length: '法人番号は13桁の数字で入力してください（例：7123456789012）',
  digit: '法人番号が正しくありません。数字の並びを、国税庁の法人番号公表サイトなどで確かめてください'
} as const

const readNumber = (
  typed: string,
  none: boolean
): { value: string | null } | { problem: keyof typeof numberProblems } => {
  const digits = typed.normalize('NFKC').replaceAll(/[\s\-‐‑‒–—―−ー]/g, '')
  if (none) return digits === '' ? { value: null } : { problem: 'both' }
  if (digits === '') return { problem: 'missing' }
  if (!/^[0-9]{13}$/.test(digits)) return { problem: 'length' }
  return isLegalEntityNumber(digits) ? { value: digits } : { problem: 'digit' }
}

const legalEntityNumber = z
  .object({ typed: z.string().catch(''), none: z.boolean() })
  .transform(({ typed, none }, issues) => {
    const result = readNumber(typed, none)
    if ('value' in result) return result.value
    issues.addIssue({ code: 'custom', message: numberProblems[result.problem] })
    return z.NEVER
  })

/** Runs a reading that gives null for what it cannot read. */
const readAs = (label: string, max: number, read: (text: string) => string | null, error: string) =>
  line(label, max).transform((text, issues) => {
    const value = read(text)
    if (value !== null) return value
    issues.addIssue({ code: 'custom', message: error })
    return z.NEVER
  })

const chooseIndustry = '業種を一覧から選んでください'

const fields = z.object({
  name: visibleLine('事業者名', 60),
  nameKana,
  legalEntityNumber,
  postalCode: readAs('郵便番号', 20, normalisePostalCode, '郵便番号は7桁の数字で入力してください（例：351-8501）'),
  address: visibleLine('所在地', 200),
  industry: z.string({ error: chooseIndustry }).refine(isIndustryCode, { error: chooseIndustry }),
  employees: wholeNumber('従業員数', 1, 1_000_000),
  representativeTitle: visibleLine('代表者の役職', 40),
  representativeName: visibleLine('代表者の氏名', 60),
  contactName: visibleLine('担当者の氏名', 60),
  contactEmail: emailAddress('担当者のメールアドレス'),
  contactPhone: readAs(
    '担当者の電話番号',
    40,
    normalisePhone,
    '担当者の電話番号は市外局番から入力してください（例：048-463-1111）'
  ),
  website: z
    .string()
    .catch('')
    .pipe(
      z.string().transform((text, issues) => {
        const value = normaliseWebsite(text)
        if (value !== null) return value
        issues.addIssue({
          code: 'custom',
          message:
            'ウェブサイトは http:// か https:// で始まる300文字以内のアドレスで入力してください（例：https://www.example.jp）'
        })
        return z.NEVER
      })
    ),
  business: requiredText('会社の概要', aboutLimit),
  culture: requiredText('社風・職場の雰囲気', aboutLimit),
  version: z.coerce.number().int().min(0).max(2_147_483_646).catch(0)
})

/** The name of the box that a sole proprietor ticks. */
export const noNumberField = 'noLegalEntityNumber'

/** The name of the field that carries the code of a self-check along; it is no part of the profile. */
export const selfCheckField = 'self-check'

// The number and its box are one answer: the schema sees them as one field, so that the message stands beside the number.
const joinNumber = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null) return body
  const values = new Map<string, unknown>(Object.entries(body))
  const none = values.get(noNumberField) === 'yes'
  return { ...body, legalEntityNumber: { typed: values.get('legalEntityNumber'), none } }
}

/**
 * The form of a company's profile, with the version of the save that it was made from (0 for none; a version that cannot
 * be read counts as none, so that the save is compared with what is stored instead of being lost).
 */
export const profileForm = z
  .preprocess(joinNumber, fields)
  .transform(({ version, ...profile }) => ({ profile, version }))
