import { z } from 'zod'
import { emailAddress } from '../platform/form.ts'

/** Whose sessions are ended. */
export const personForm = z.object({ email: emailAddress('メールアドレス') })

/** That everybody's are: nobody does so by one click. */
export const everybodyForm = z.object({
  confirmed: z.literal('yes', { error: '全員がログアウトすることを確かめて、チェックを入れてください' })
})
