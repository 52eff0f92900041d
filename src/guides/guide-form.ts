import { z } from 'zod'
import { requiredText } from '../platform/form.ts'
import { bodyLimit, guideProblem } from './guide-text.ts'

/** A guide as the secretariat types it, and what to do with it. `basis` is the saved text that the page showed. */
export const guideForm = (known: readonly string[]) =>
  z
    .object({
      body: requiredText('本文', bodyLimit),
      basis: z.string().catch(''),
      step: z.enum(['save', 'check']).catch('save')
    })
    .superRefine(({ body }, issues) => {
      const message = guideProblem(body, known)
      if (message !== null) issues.addIssue({ code: 'custom', path: ['body'], message })
    })

/** Returning to the standard text. */
export const standardGuideForm = z.object({ basis: z.string().catch('') })
