/** What the history says of each kind of event about what a company shows of itself. */
const words: Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>> = {
  'publicity-saved': () => '公開する項目を保存しました',
  'statement-sent': () => '紹介文・写真・ロゴを送りました',
  'statement-reduced': () => '紹介文・写真・ロゴの一部の公開をやめました',
  'statement-withdrawn': ({ wasShown }) =>
    wasShown === true ? '紹介文・写真・ロゴの公開をやめました' : '確認待ちの紹介文・写真・ロゴを取り下げました',
  'statement-approved': () => '公開することにしました',
  'statement-returned': ({ reason }) => `差し戻しました（理由：${typeof reason === 'string' ? reason : ''}）`
}

/** A line of a company's history in words; null where it is about something else. */
export const publicityWords = (kind: string, details: Readonly<Record<string, unknown>>): string | null =>
  words[kind]?.(details) ?? null
