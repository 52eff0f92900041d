import { fitLine } from '../pictures/fit-text.ts'
import { type TextStyle, textElement, textWidth } from '../pictures/text-path.ts'
import { escapedXml } from '../platform/xml.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { type BadgeShape, type BadgeWords, badgeSizes } from './badge.ts'

type City = Pick<Scheme, 'city' | 'honour'>

const colours = {
  valid: { panel: '#0017c1', edge: '#0017c1', headline: '#0017c1', text: '#1a1a1c', ring: '#ffffff' },
  other: { panel: '#767676', edge: '#949494', headline: '#4d4d4d', text: '#4d4d4d', ring: '#ffffff' }
} as const

type Colours = (typeof colours)[keyof typeof colours]

/** The text as large as `style` says, or as small as it takes to fit the width. */
const shrunk = (text: string, style: TextStyle, width: number): TextStyle => ({
  ...style,
  size: Math.min(style.size, (style.size * width) / Math.max(textWidth(text, style), 1))
})

/** The scheme's mark, seven sides like its seven categories, in a square of 32 units. */
const mark = ({ x, y, side }: { x: number; y: number; side: number }, colour: string): string =>
  `<g transform="translate(${x} ${y}) scale(${side / 32})"><path d="M16 5l8.6 4.14 2.12 9.31-5.95 7.46h-9.54l-5.95-7.46L7.4 9.14z" fill="none" stroke="${colour}" stroke-opacity=".5" stroke-width="1.5" stroke-linejoin="round"/><path d="M16 8.5l5.1 3.43 4 6.15-5.9 4.5-6.4-.1-3.2-2.9 1.3-6.15z" fill="${colour}"/></g>`

const drawing = (
  { width, height }: { width: number; height: number },
  title: string,
  parts: readonly string[]
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escapedXml(title)}</title>${parts.join('')}</svg>`

const frame = ({ width, height }: { width: number; height: number }, radius: number, edge: string): string =>
  `<rect x=".75" y=".75" width="${width - 1.5}" height="${height - 1.5}" rx="${radius}" fill="#fff" stroke="${edge}" stroke-width="1.5"/>`

const strip = ({ city, honour }: City, words: BadgeWords, { panel, edge, headline, text, ring }: Colours): string[] => {
  const [left, width] = [98, 210]
  const name = `${city}${honour}`
  return [
    frame(badgeSizes.strip, 10, edge),
    `<path fill="${panel}" d="M10.75.75H84v86.5H10.75a10 10 0 0 1-10-10V10.75a10 10 0 0 1 10-10z"/>`,
    mark({ x: 10, y: 12, side: 64 }, ring),
    textElement(name, shrunk(name, { font: 'gothic', size: 12 }, width), { x: left, y: 25 }, text),
    textElement(
      words.headline,
      shrunk(words.headline, { font: 'gothicBold', size: 21 }, width),
      { x: left, y: 52 },
      headline
    ),
    textElement(words.detail, shrunk(words.detail, { font: 'gothic', size: 12 }, width), { x: left, y: 74 }, text)
  ]
}

const square = (
  { city, honour }: City,
  words: BadgeWords,
  { panel, edge, headline, text, ring }: Colours
): string[] => {
  const { width } = badgeSizes.square
  const [middle, room] = [width / 2, width - 20]
  const centred = (content: string, style: TextStyle, y: number, colour: string): string =>
    textElement(content, shrunk(content, style, room), { x: middle, y, anchor: 'middle' }, colour)
  return [
    frame(badgeSizes.square, 14, edge),
    `<path fill="${panel}" d="M14.75.75h${width - 29.5}a14 14 0 0 1 14 14V92H.75V14.75a14 14 0 0 1 14-14z"/>`,
    mark({ x: middle - 36, y: 11, side: 72 }, ring),
    centred(`${city}${honour}`, { font: 'gothic', size: 12 }, 111, text),
    centred(words.headline, { font: 'gothicBold', size: 20 }, 139, headline),
    centred(words.detail, { font: 'gothic', size: 12 }, 162, text)
  ]
}

/** A badge: every word is a path, so that it reads the same on every page that shows it. */
export const badgePicture = (city: City, words: BadgeWords, shape: BadgeShape): string => {
  const tone = words.valid ? colours.valid : colours.other
  const parts = shape === 'strip' ? strip(city, words, tone) : square(city, words, tone)
  return drawing(badgeSizes[shape], `${city.city}${city.honour} ${words.headline} ${words.detail}`, parts)
}

const markSide = 400

/** The scheme's mark with its name, without a company or a day: what credentials are baked into. */
export const markPicture = ({ city, honour }: City): string => {
  const style = { font: 'gothicBold', size: 30 } as const
  // A long name is broken after its last ・, where it reads as two words.
  const lines = honour.split(/(?<=・)(?=[^・]*$)/)
  const centred = (text: string, size: number, y: number): string =>
    textElement(
      fitLine(text, { ...style, size }, markSide - 60),
      { ...style, size },
      { x: markSide / 2, y, anchor: 'middle' },
      '#fff'
    )
  return drawing({ width: markSide, height: markSide }, `${city}${honour}`, [
    `<rect width="${markSide}" height="${markSide}" rx="56" fill="#0017c1"/>`,
    mark({ x: markSide / 2 - 104, y: 22, side: 208 }, '#fff'),
    centred(`${city}認定`, 24, 262),
    ...lines.map((text, index) => centred(text, 30, 308 + index * 42))
  ])
}
