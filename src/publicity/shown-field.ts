/**
 * What of a certified company is shown only where it agreed. The name and its reading, the legal entity number, the
 * industry, the number and periods of the certification, the categories passed and the sentences made from them are shown
 * of every certified company: the scheme itself says so.
 */
export const shownFields = ['address', 'size', 'business', 'culture', 'website', 'jobs', 'applicationWords'] as const

/** One field that a company may let be shown. */
export type ShownField = (typeof shownFields)[number]

/** What the field is called on every page. */
export const shownFieldLabels: Readonly<Record<ShownField, string>> = {
  address: '所在地',
  size: '従業員の規模',
  business: '会社の概要',
  culture: '社風・職場の雰囲気',
  website: 'ウェブサイト',
  jobs: '求人情報',
  applicationWords: '申請で書いた取組の説明'
}

/** Whether a text names a field that a company may let be shown. */
export const isShownField = (text: string): text is ShownField => shownFields.some((field) => field === text)
