import { z } from 'zod'

/** The last word on a deletion: the box that says so. */
export const deletionForm = z.object({
  confirmed: z.literal('yes', { error: '消去してよければ、確認の欄にチェックを入れてください' })
})
