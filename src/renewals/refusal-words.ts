import { formatDate } from '../../views/format.ts'
import type { RenewalRefusal } from './begin-renewal.ts'

const howEnded = { surrendered: '辞退により終わっている', revoked: '取り消されている' } as const

/** Why a renewal cannot be begun, and what to do instead. */
export const refusalWords = (refusal: RenewalRefusal): string => {
  switch (refusal.kind) {
    case 'no-certification':
      return '更新できる認定がありません。はじめての方は、新しく認定を申請してください。'
    case 'other-application':
      return '新しい認定の申請が進んでいるため、更新の申請をはじめられません。その申請を続けるか、取り下げてください。'
    case 'not-yet':
      return `更新の申請は、${formatDate(refusal.opensOn)}からできます。それまでお待ちください。`
    case 'too-late':
      return `更新の申請は、${formatDate(refusal.until)}で締め切りました。引き続き認定を受けるには、新しく認定を申請してください。`
    case 'ended':
      return `認定が${howEnded[refusal.how]}ため、更新できません。もう一度認定を受けるには、新しく認定を申請してください。`
    case 'renewed':
    case 'under-way':
      return 'この認定期間の更新は、すでに申請されています。'
  }
}
