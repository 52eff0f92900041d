import { z } from 'zod'
import type { LetterKind } from './letter-kind.ts'
import { problemsOf } from './wording.ts'

const controlCharacters = /[\p{Cc}--[\n\t]]/v

// The first line of a letter begins with a full-width space, which trimming would take for an accident.
const text = (label: string) =>
  z
    .string({ error: `${label}を入力してください` })
    .transform((typed) =>
      typed
        .replaceAll('\r\n', '\n')
        .replace(/^(?:[ \t]*\n)+/, '')
        .trimEnd()
    )
    .refine((typed) => !controlCharacters.test(typed), {
      error: `${label}に使えない文字（制御文字）が含まれています。貼り付けた文字を入力し直してください`
    })

/** A wording as the secretariat types it, and what to do with it. `basis` is the saved wording that the page showed. */
export const wordingForm = (kind: LetterKind) =>
  z
    .object({
      subject: text('件名'),
      body: text('本文'),
      basis: z.string().catch(''),
      step: z.enum(['save', 'check']).catch('save')
    })
    .superRefine(({ subject, body }, issues) => {
      for (const { field, message } of problemsOf(kind, { subject, body }))
        issues.addIssue({ code: 'custom', path: [field], message })
    })

/** Returning to the standard wording. */
export const standardForm = z.object({ basis: z.string().catch('') })
