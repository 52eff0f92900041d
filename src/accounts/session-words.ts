import { type SessionLimit, sessionLimits, sessionsPerAccount } from './session-limits.ts'

const minutesPerDay = 24 * 60

/** A length of time in words: 7日, 12時間, 60分. */
export const lengthInWords = (milliseconds: number): string => {
  const minutes = Math.floor(milliseconds / 60_000)
  if (minutes >= minutesPerDay && minutes % minutesPerDay === 0) return `${minutes / minutesPerDay}日`
  return minutes > 60 && minutes % 60 === 0 ? `${minutes / 60}時間` : `${minutes}分`
}

const limitWords = ({ idle, absolute }: SessionLimit): string =>
  `最後に使ってから${lengthInWords(idle)}、長くても${lengthInWords(absolute)}`

/** How long the viewer stays signed in. */
export const limitSentence = (limit: SessionLimit): string => `ログインは、${limitWords(limit)}で終わります。`

/** In how many browsers the viewer may be signed in. */
export const countSentence = (): string =>
  `同時にログインできるブラウザーは${sessionsPerAccount}個までです。それを超えると、最も長く使っていないブラウザーからログアウトします。`

/** How long people stay signed in, for the page that says what is kept. */
export const sessionWords = (): string =>
  `${limitSentence(sessionLimits.company)}市の職員と委員は、${limitWords(sessionLimits.secretariat)}です。`
