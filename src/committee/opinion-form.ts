import { z } from 'zod'
import { optionalText } from '../platform/form.ts'
import { opinionKinds } from './opinion.ts'

/** Most characters of a comment. */
export const commentLimit = 2000

/** A member's opinion. A comment may go with any opinion, so that nothing that was typed is lost; 意見あり needs one. */
export const opinionForm = z
  .object({
    opinion: z.enum(opinionKinds, { error: '意見を1つ選んでください' }),
    comment: optionalText('意見の内容', commentLimit)
  })
  .refine(({ opinion, comment }) => opinion !== 'comment' || comment !== '', {
    path: ['comment'],
    error: '「意見あり」を選んだときは、意見の内容を入力してください'
  })
