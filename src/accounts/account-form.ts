import { z } from 'zod'
import { requiredText } from '../platform/form.ts'

/** What a person may correct of the own account. */
export const accountForm = z.object({ name: requiredText('氏名', 100) })
