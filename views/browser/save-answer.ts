/** What came of sending a page's form to be saved. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: Date }
  | { readonly kind: 'unstorable'; readonly messages: readonly string[] }
  | { readonly kind: 'conflict'; readonly savedBy: string; readonly savedAt: string }
  | { readonly kind: 'closed'; readonly label: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'server' }

type Failure = Exclude<SaveAnswer, { readonly kind: 'saved' }>

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const part = (body: unknown, name: string): Readonly<Record<string, unknown>> | null => {
  const value = isRecord(body) ? body[name] : null
  return isRecord(value) ? value : null
}

const messagesIn = (body: unknown): readonly string[] => {
  const problems = isRecord(body) && Array.isArray(body.problems) ? body.problems : []
  return [...new Set(problems.map((problem) => (isRecord(problem) ? String(problem.message) : '')))]
}

/** Reads the server's answer. Whatever it does not know is the server's failure: nothing counts as saved by mistake. */
export const readSaveAnswer = (status: number, body: unknown): SaveAnswer => {
  const saved = part(body, 'saved')
  if ((status === 200 || status === 422) && saved !== null)
    return { kind: 'saved', version: Number(saved.version), savedAt: new Date(String(saved.savedAt)) }
  if (status === 422) return { kind: 'unstorable', messages: messagesIn(body) }
  const conflict = part(body, 'conflict')
  if (status === 409 && conflict !== null)
    return { kind: 'conflict', savedBy: String(conflict.savedBy), savedAt: String(conflict.savedAt) }
  const closed = part(body, 'closed')
  if (status === 409 && closed !== null) return { kind: 'closed', label: String(closed.label) }
  if (status === 403) return { kind: 'stale' }
  return { kind: status === 401 ? 'signed-out' : 'server' }
}

const kept = '入力はこの画面に残っています。'

/** Why the page could not be saved, and what happens next. */
export const failureWords = (failure: Failure): string => {
  switch (failure.kind) {
    case 'unstorable':
      return `保存できない入力があります。${failure.messages.join('。')}`
    case 'conflict':
      return `${failure.savedBy}さんが${failure.savedAt}に別の画面で先に保存したため、自動の保存を止めました。${kept}「保存して」で始まるボタンを押すと、両方の内容を見比べられます。`
    case 'closed':
      return `この申請は「${failure.label}」のため、入力内容を変更できません。`
    case 'signed-out':
      return `ログインの有効時間が切れたため、まだ保存できていません。${kept}ログインしてこの画面に戻ると、自動で保存します。`
    case 'stale':
      return `画面が古くなったため、まだ保存できていません。${kept}「保存して」で始まるボタンを押すか、画面を読み込み直すと、入力を失わずに保存できます。`
    case 'offline':
      return `サーバーに接続できないため、まだ保存できていません。${kept}接続が戻ると、自動で保存します。`
    case 'server':
      return `サーバーの不具合で、まだ保存できていません。${kept}少し待ってから、自動でもう一度保存します。`
  }
}

/** Whether trying again by itself may help; the others need a person. */
export const isRetried = (kind: SaveAnswer['kind']): boolean => ['offline', 'server', 'signed-out'].includes(kind)

const waits: readonly number[] = [2, 5, 15, 30]

/** Seconds to wait before the next try, longer each time, so that a server in trouble is left in peace. */
export const secondsBeforeTry = (failures: number): number => waits[Math.max(0, failures - 1)] ?? 60
