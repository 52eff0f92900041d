const clock = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23'
})

const parts = (instant: Date): Readonly<Record<string, string>> =>
  Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]))

/** The time of a save, as a clock in Japan shows it; with the day when that is not today: 14時05分. */
export const timeWords = (savedAt: Date, now: Date): string => {
  const [saved, present] = [parts(savedAt), parts(now)]
  const time = `${saved.hour}時${saved.minute?.padStart(2, '0')}分`
  const isToday = saved.month === present.month && saved.day === present.day
  return isToday ? time : `${saved.month}月${saved.day}日 ${time}`
}

/** When the page was saved, in words: 14時05分に保存しました. */
export const savedWords = (savedAt: Date, now: Date): string => `${timeWords(savedAt, now)}に保存しました`
