import { z } from 'zod'
import { routes } from '../applications/application-status.ts'
import { optionalText } from '../platform/form.ts'
import { groundsIn } from './route.ts'

/** The choice of the way of a renewal. A reason is needed only where the proposal is overruled, which the case tells. */
export const routeForm = z.object({
  route: z.enum(routes, { error: '再審査なしで進めるか、委員会に付すかを選んでください' }),
  grounds: z
    .string()
    .optional()
    .transform((text = '') => groundsIn(text)),
  'route-reason': optionalText('提案と違う進め方にする理由', 1000)
})
