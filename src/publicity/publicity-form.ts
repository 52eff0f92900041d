import { z } from 'zod'
import { normaliseWebsite } from '../companies/contact-details.ts'
import { optionalText, requiredText } from '../platform/form.ts'
import type { Publicity } from './publicity.ts'
import { isShownField, shownFields } from './shown-field.ts'
import { descriptionLimit, wordsLimit } from './statement.ts'

/** What a field of several boxes sends: nothing, one value or a list. */
const chosen = z.preprocess((value) => [value ?? []].flat(), z.array(z.string()).catch([]))

// 'jobs' has no box: the address itself is the word that it may be shown.
const shown = chosen.transform((values) =>
  shownFields.filter((field) => field !== 'jobs' && isShownField(field) && values.includes(field))
)

const jobsUrl = z.preprocess(
  (value) => value ?? '',
  z.string().transform((text, issues) => {
    const address = normaliseWebsite(text)
    if (address !== null) return address
    issues.addIssue({
      code: 'custom',
      message:
        '求人ページは http:// か https:// で始まる300文字以内のアドレスで入力してください（例：https://www.example.jp/recruit）'
    })
    return z.NEVER
  })
)

/** The hash of a picture of the company's, as the routes have made sure; empty for none. */
const picture = z
  .string()
  .catch('')
  .transform((hash) => (hash === '' ? null : hash))

const line = (label: string, max: number) =>
  optionalText(label, max).transform((text) => text.replaceAll(/[\n\r\t]+/g, ' '))

/**
 * The form of what a company lets be shown, with the version of the save that it was made from (0 for none; one that
 * cannot be read counts as none, so that it is compared with what is stored).
 */
export const publicityForm = z
  .object({
    shown,
    jobsUrl,
    words: optionalText('紹介文', wordsLimit),
    photo: picture,
    photoDescription: line('写真の説明', descriptionLimit),
    logo: picture,
    version: z.coerce.number().int().min(0).max(2_147_483_646).catch(0)
  })
  .transform(({ version, words, photo, photoDescription, logo, ...form }) => {
    const statement = { words, photo, photoDescription: photo === null ? '' : photoDescription, logo }
    const all =
      form.jobsUrl === '' ? form.shown : shownFields.filter((one) => one === 'jobs' || form.shown.includes(one))
    const publicity: Publicity = { shown: all, jobsUrl: form.jobsUrl, statement }
    return { version, publicity }
  })

/** Why the secretariat returns a statement, as its company will read it. */
export const returnForm = z.object({ reason: requiredText('差し戻す理由', 400) })
