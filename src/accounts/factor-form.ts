import { z } from 'zod'
import { optionalText, requiredText } from '../platform/form.ts'
import { returnPath } from './sign-in-form.ts'

const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/[\s-]/g, '')

const hint = '認証アプリの6桁の数字か、12桁の回復コードを入力してください'

/** A code of the second factor: six digits of the app, or a recovery code of twelve; in either width. */
const factorCode = requiredText('認証コード', 40)
  .transform(digitsOf)
  .refine((text) => /^(\d{6}|\d{12})$/.test(text), { error: hint })

/** The second step of signing in. */
export const factorForm = z.object({ code: factorCode, return: returnPath })

/** Giving up the second factor. */
export const factorRemovalForm = z.object({ code: factorCode })

/** Setting up an app: a code of it and, where there is one already, a code of that. */
export const enrolmentForm = z.object({
  code: requiredText('認証アプリの数字', 40)
    .transform(digitsOf)
    .refine((text) => /^\d{6}$/.test(text), { error: '認証アプリに表示された6桁の数字を入力してください' }),
  current: optionalText('いまの認証コード', 40)
    .transform(digitsOf)
    .refine((text) => /^(|\d{6}|\d{12})$/.test(text), { error: hint }),
  return: returnPath
})
