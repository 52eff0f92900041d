import type { Obstacle } from './case-file.ts'

/** Why a step on a case was refused, in words that say what to do. */
export const refusalWords = {
  status: 'この案件の状態が変わったため、この操作はできません。いまの状態を確かめてください。',
  round: '事業者が再提出したため、判定を保存しませんでした。新しい回答を確かめて、もう一度判定してください。',
  route: '更新の進め方をまだ選んでいません。「前回からの変更」で、再審査なしか要審査かを選んでください。',
  simplified:
    'この更新は、再審査なしで進めることにしています。委員会に付すときは、「前回からの変更」で進め方を選び直してください。',
  'not-renewal': 'この案件は更新の申請ではないため、進め方を選ぶ必要はありません。',
  'proposal-changed':
    '画面を開いたあとに提案の理由が変わったため、進め方を記録しませんでした。いまの提案を確かめて、もう一度選んでください。',
  'reason-missing': '提案と違う進め方を選ぶ理由を入力してください。',
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
