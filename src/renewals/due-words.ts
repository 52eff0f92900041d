import { statusLabels } from '../applications/application-status.ts'
import type { DueState } from './due-list.ts'

const windowWords = {
  'not-yet': '案内前',
  open: '受付中',
  late: '受付中（期限後）',
  'too-late': '更新できません'
} as const

/** Where a renewal stands, in words. A new application after a certification has run out is told from a renewal. */
export const stateWords = (state: DueState): string => {
  if (state.kind !== 'application') return windowWords[state.kind]
  return state.renews ? statusLabels[state.status] : `新規の申請：${statusLabels[state.status]}`
}

/** Which reminder was sent: 満了30日前, or at whose wish. */
export const reminderName = (occasion: string): string => {
  const [, sign, days] = occasion.match(/^([+-]?)(\d+)$/) ?? []
  if (days === undefined) return '事務局からの案内'
  return `満了${days}日${sign === '+' ? '後' : '前'}の案内`
}
