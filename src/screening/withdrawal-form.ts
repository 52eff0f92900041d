import { z } from 'zod'
import { requiredText } from '../platform/form.ts'

/** A withdrawal that the company told by phone or on paper. */
export const caseWithdrawalForm = z.object({ reason: requiredText('申出の内容', 1000) })

/** Why a case comes back from the committee's agenda. */
export const pullBackForm = z.object({ reason: requiredText('確認に戻す理由', 1000) })
