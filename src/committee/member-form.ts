import { z } from 'zod'
import { emailAddress, requiredText } from '../platform/form.ts'

/** A new member of the committee. */
export const memberForm = z.object({ name: requiredText('名前', 60), email: emailAddress('メールアドレス') })
