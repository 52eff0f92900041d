import { z } from 'zod'
import { emailAddress, requiredText } from '../platform/form.ts'
import { ownPath } from '../platform/own-path.ts'

/** Only a path of this portal may follow a sign-in: anything else is a way to lead people astray. */
export const returnPath = z.preprocess((value) => ownPath(value) ?? '', z.string())

/** The first step of signing in. */
export const signInForm = z.object({ email: emailAddress('メールアドレス'), return: returnPath })

/** The second step: the code, in either width of digits, spaces allowed. */
export const signInCodeForm = z.object({
  email: emailAddress('メールアドレス'),
  return: returnPath,
  code: requiredText('確認コード', 40)
    .transform((text) => text.normalize('NFKC').replaceAll(/[\s-]/g, ''))
    .refine((text) => /^[0-9]{6}$/.test(text), { error: '確認コードは6桁の数字で入力してください' })
})
