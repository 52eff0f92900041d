import { z } from 'zod'
import { calendarDate, optionalText } from '../platform/form.ts'
import type { DecisionProblem, DecisionRequest } from './decision.ts'

/** Most characters of the reasons. */
export const reasonsLimit = 2000

/** 確認する first, then 決定する or back to 書き直す. */
const step = z.enum(['check', 'decide', 'edit']).catch('check')

const noDay = z.preprocess(() => null, z.null())

/**
 * What the secretariat enters. Only the fields of the chosen outcome are read: the others may hold anything.
 * @param isRenewal the period of a renewal is not entered
 */
export const decisionForm = (isRenewal: boolean) =>
  z
    .discriminatedUnion(
      'outcome',
      [
        z.object({
          outcome: z.literal('certified'),
          step,
          startsOn: isRenewal ? noDay : calendarDate('認定期間の初日'),
          certificationReasons: optionalText('認定する理由', reasonsLimit)
        }),
        z.object({
          outcome: z.literal('refused'),
          step,
          refusalReasons: optionalText('不認定の理由', reasonsLimit)
        })
      ],
      { error: '認定するか、不認定とするかを選んでください' }
    )
    .transform((form): { readonly step: 'check' | 'decide' | 'edit'; readonly request: DecisionRequest } =>
      form.outcome === 'certified'
        ? {
            step: form.step,
            request: { outcome: 'certified', startsOn: form.startsOn, reasons: form.certificationReasons }
          }
        : { step: form.step, request: { outcome: 'refused', reasons: form.refusalReasons } }
    )

/** The field that a problem is about, or null where it lies in the case. */
export const fieldOf = ({ kind }: DecisionProblem): string | null => {
  if (kind === 'starts-too-early' || kind === 'starts-too-late') return 'startsOn'
  if (kind === 'certification-reasons') return 'certificationReasons'
  return kind === 'refusal-reasons' ? 'refusalReasons' : null
}
