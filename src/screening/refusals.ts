import type { Obstacle } from './case-file.ts'

/** Why a step on a case was refused, in words that say what to do. */
export const refusalWords = {
  status: 'この案件の状態が変わったため、この操作はできません。いまの状態を確かめてください。',
  round: '事業者が再提出したため、判定を保存しませんでした。新しい回答を確かめて、もう一度判定してください。',
  same: '「-」の読み方で結果が変わらないため、選ぶ必要はありません。',
  waiting: 'このメールは送信を待っているところです。送信が終わるまでお待ちください。'
} as const

/** What is still missing before a case can go to the committee. */
export const obstacleSentence = (obstacle: Obstacle): string => {
  switch (obstacle.kind) {
    case 'undecided':
      return `${obstacle.itemCodes.join('・')} を判定してください。`
    case 'queried':
      return `${obstacle.itemCodes.join('・')} は照会中です。回答を確かめて、認めるか認めないかを判定してください。`
    case 'reading':
      return '「-」の読み方を選んでください。'
  }
}
