type Details = Readonly<Record<string, unknown>>

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const reminderWords = (occasion: string): string => {
  if (/^-\d+$/.test(occasion)) return `満了の${occasion.slice(1)}日前の分`
  return /^\+\d+$/.test(occasion) ? `満了の${occasion.slice(1)}日後の分` : '事務局の操作'
}

/** What the history says of each kind of event. Kinds come from all slices that write about an application. */
const words: Readonly<Record<string, (details: Details) => string>> = {
  'status-draft': ({ renews }) => (renews === undefined ? '申請の入力を始めました' : '更新の申請の入力を始めました'),
  'marks-taken': ({ filled }) =>
    `セルフチェックの答え（${Array.isArray(filled) ? filled.length : 0}項目）を引き継ぎました`,
  'status-submitted': (details) => (text(details.round) === '1' ? '申請を提出しました' : '補正して再提出しました'),
  'status-screening': ({ from }) => {
    if (from === 'awaiting_committee') return '委員会待ちから確認に戻しました'
    return from === 'heard' ? '決定待ちから確認に戻しました' : '事務局が確認を始めました'
  },
  'items-decided': () => '項目を判定しました',
  'reading-chosen': () => '「-」の読み方を選びました',
  'route-chosen': ({ route, proposed }) => {
    const words = route === 'simplified' ? '再審査なしで更新を進める' : '更新を委員会に付す'
    return route === proposed ? `${words}ことにしました` : `提案と違えて、${words}ことにしました`
  },
  'hearing-recorded': () => 'ヒアリングを記録しました',
  'mail-resent': () => 'メールをもう一度送りました',
  'status-returned': () => '補正をお願いしました',
  'status-awaiting_committee': () => '委員会に付しました',
  'agenda-added': (details) => `第${text(details.number)}回推進委員会の議題にしました`,
  'agenda-removed': (details) => `第${text(details.number)}回推進委員会の議題から外しました`,
  'held-over': (details) =>
    details.cancelled === true
      ? `第${text(details.number)}回推進委員会が取りやめになり、次回に持ち越しました`
      : `第${text(details.number)}回推進委員会から次回に持ち越しました`,
  'status-heard': () => '委員会の意見を聴きました',
  'status-certified': () => '認定しました',
  'status-refused': () => '不認定としました',
  'application-registered': (details) => `紙で受け付けた申請（${text(details.receiptNumber)}）を登録しました`,
  'certification-registered': (details) => `紙で交付した認定証（第${text(details.number)}号）を登録しました`,
  'certificate-issued': (details) => `認定証（第${text(details.number)}号）を交付しました`,
  'renewal-reminded': ({ occasion }) => `更新の案内を送りました（${reminderWords(text(occasion))}）`,
  'status-withdrawn': () => '申請を取り下げました',
  'case-erased': () => '保存期間が過ぎたため、申請の内容を消去しました',
  'attachment-added': (details) => `${text(details.itemCode)}に「${text(details.fileName)}」を添付しました`,
  'attachment-infected': (details) =>
    `${text(details.itemCode)}の添付ファイル「${text(details.fileName)}」からウイルスが見つかりました`,
  'attachment-removed': (details) =>
    `${text(details.itemCode)}の添付ファイル「${text(details.fileName)}」を削除しました`
}

/** A line of the history in words; a kind without words of its own is still shown, never left out. */
export const historyWords = (kind: string, details: Details): string => words[kind]?.(details) ?? kind
