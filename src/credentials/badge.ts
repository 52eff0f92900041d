import type { CertificationState } from '../certificates/certification-record.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** The shapes of a badge: a strip for the foot of a page, and a square for narrow places. */
export const badgeShapes = ['strip', 'square'] as const

export type BadgeShape = (typeof badgeShapes)[number]

/** What a badge knows of the certification with a number; null where there is none. */
export type BadgeFacts = {
  readonly number: number
  readonly state: CertificationState
  readonly firstStartsOn: CalendarDate
  readonly latestEndsOn: CalendarDate
}

/** The words on a badge, and whether they are good ones. */
export type BadgeWords = { readonly valid: boolean; readonly headline: string; readonly detail: string }

/** What a badge says. Surrendered and revoked are one to the public: the certification does not hold any more. */
export const badgeWords = (facts: BadgeFacts | null, formatDate: (date: CalendarDate) => string): BadgeWords => {
  if (facts === null) return { valid: false, headline: '確認できません', detail: '市の認定の記録にありません' }
  const { number, state, firstStartsOn, latestEndsOn } = facts
  const certified = { valid: true, headline: `認定企業 第${number}号` }
  switch (state) {
    case 'certified':
      return { ...certified, detail: `有効期間 ${formatDate(latestEndsOn)}まで` }
    case 'continued':
      return { ...certified, detail: '有効（更新の審査中）' }
    case 'upcoming':
      return { valid: false, headline: '認定期間前', detail: `第${number}号 ${formatDate(firstStartsOn)}から` }
    case 'expired':
      return { valid: false, headline: '期限切れ', detail: `第${number}号 ${formatDate(latestEndsOn)}に終了` }
    case 'surrendered':
    case 'revoked':
      return { valid: false, headline: '失効', detail: `第${number}号の認定は効力がありません` }
  }
}

/** What an address of a badge asks for; null for anything else. */
export const parseBadgeFile = (
  file: string
): { readonly number: number; readonly shape: BadgeShape; readonly format: 'svg' | 'png' } | null => {
  const [, number, square, format] = file.match(/^([1-9]\d{0,8})(-square)?\.(svg|png)$/) ?? []
  if (number === undefined) return null
  return {
    number: Number(number),
    shape: square === undefined ? 'strip' : 'square',
    format: format === 'png' ? 'png' : 'svg'
  }
}

/** The name of a badge's file, without its ending. */
export const badgeFile = (number: number, shape: BadgeShape): string =>
  shape === 'strip' ? String(number) : `${number}-square`

/** The size of a badge in CSS pixels. */
export const badgeSizes: Readonly<Record<BadgeShape, { readonly width: number; readonly height: number }>> = {
  strip: { width: 320, height: 88 },
  square: { width: 176, height: 176 }
}

/** The HTML by which a page shows a badge that leads to its verification. Addresses have nothing in them to escape. */
export const badgeSnippet = (
  { city, honour }: { readonly city: string; readonly honour: string },
  badge: { readonly verificationUrl: string; readonly imageUrl: string; readonly shape: BadgeShape }
): string => {
  const { width, height } = badgeSizes[badge.shape]
  return `<a href="${badge.verificationUrl}"><img src="${badge.imageUrl}" width="${width}" height="${height}" alt="${city}${honour}（認定を確認する）"></a>`
}
