import { z } from 'zod'
import { emailAddress, requiredText } from '../platform/form.ts'
import { givenRoles } from './official.ts'

/** A new official. */
export const officialForm = z.object({
  name: requiredText('名前', 60),
  email: emailAddress('メールアドレス'),
  role: z.enum(givenRoles, { error: '役割を選んでください' })
})
