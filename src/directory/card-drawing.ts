import { pointOn, polygon } from '../../views/components/radar-geometry.ts'
import { sinceWords } from '../../views/directory/company-facts.ts'
import { nameLines } from '../certificates/name-lines.ts'
import { fitLine, fitLines } from '../pictures/fit-text.ts'
import { type TextStyle, textElement, textWidth } from '../pictures/text-path.ts'
import type { EntryCategory, EntryContent } from './entry.ts'

/** What every card says of the scheme. */
export type CardPlace = { readonly city: string; readonly scheme: string; readonly honour: string }

const size = { width: 1200, height: 630 }
const colours = {
  accent: '#0017c1',
  text: '#1a1a1a',
  quiet: '#595959',
  green: '#197a4b',
  panel: '#f3f5fb',
  line: '#c8cde4'
}

/** Where texts begin, and how wide they may be beside the picture on the right. */
const left = 72
const textSpace = 700

const lines = (
  all: readonly string[],
  style: TextStyle,
  { top, step }: { top: number; step: number },
  colour: string
) => all.map((line, index) => textElement(line, style, { x: left, y: top + index * step }, colour)).join('')

const ground = `<rect width="${size.width}" height="${size.height}" fill="#ffffff"/><rect width="${size.width}" height="18" fill="${colours.accent}"/>`

const svg = (parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">${ground}${parts.join('')}</svg>`

/** The certificate's name setting, which speaks in points of at most 27, in the card's units. */
const unitsPerPoint = 64 / 27

const name = (words: string): string => {
  const measure = (grapheme: string): number => textWidth(grapheme, { font: 'gothicBold', size: 1 })
  const set = nameLines(words, { width: textSpace / unitsPerPoint, honorific: 0, measure })
  const style = { font: 'gothicBold', size: set.size * unitsPerPoint } as const
  const step = style.size * 1.3
  const top = 250 - ((set.lines.length - 1) * step) / 2
  return lines(set.lines, style, { top, step }, colours.text)
}

const pill = (words: string): string => {
  const style = { font: 'gothicBold', size: 30 } as const
  const width = textWidth(words, style) + 48
  return `<rect x="${left}" y="520" width="${Math.round(width)}" height="58" rx="8" fill="${colours.green}"/>${textElement(words, style, { x: left + 24, y: 560 }, '#ffffff')}`
}

const centre = { x: 985, y: 325 }
const panel = `<rect x="820" y="160" width="330" height="330" rx="16" fill="${colours.panel}"/>`

const radar = (categories: readonly EntryCategory[]): string => {
  const ratios = categories.map(({ ratio }) => ratio)
  const rings = [0.5, 1].map(
    (ratio) =>
      `<polygon points="${polygon(
        centre,
        135,
        ratios.map(() => ratio)
      )}" fill="none" stroke="${colours.line}" stroke-width="2"/>`
  )
  const spokes = categories.map((_category, index) => {
    const end = pointOn(centre, 135, index, categories.length)
    return `<path d="M${centre.x} ${centre.y}L${end.x} ${end.y}" stroke="${colours.line}" stroke-width="2"/>`
  })
  const dots = categories.flatMap(({ passed, ratio }, index) => {
    const { x, y } = pointOn(centre, 135 * ratio, index, categories.length)
    return passed ? [`<circle cx="${x}" cy="${y}" r="9" fill="${colours.green}"/>`] : []
  })
  const shape = `<polygon points="${polygon(centre, 135, ratios)}" fill="${colours.accent}" fill-opacity=".16" stroke="${colours.accent}" stroke-width="5" stroke-linejoin="round"/>`
  return [panel, ...rings, ...spokes, shape, ...dots].join('')
}

/** Room that a logo has on the card, in pixels. */
export const logoBox = { width: 270, height: 270 }

const logoPicture = (png: Buffer): string =>
  `<rect x="820" y="160" width="330" height="330" rx="16" fill="#ffffff" stroke="${colours.line}" stroke-width="2"/><image x="850" y="190" width="${logoBox.width}" height="${logoBox.height}" preserveAspectRatio="xMidYMid meet" href="data:image/png;base64,${png.toString('base64')}"/>`

const side = ({ categories }: EntryContent, logo: Buffer | null): string => {
  if (logo !== null) return logoPicture(logo)
  return categories.length < 3 ? '' : radar(categories)
}

/**
 * The picture beside a link to a company's page that is passed on, 1200 × 630, as SVG with its text as paths.
 * @param logo as PNG no larger than `logoBox`; null for the picture of its categories
 */
export const companyCard = (place: CardPlace, entry: EntryContent, logo: Buffer | null): string => {
  const headline = { font: 'gothic', size: 34 } as const
  const small = { font: 'gothic', size: 30 } as const
  const number = `認定企業　第${entry.number}号`
  const sinceAt = left + textWidth(number, { font: 'gothicBold', size: 30 }) + 76
  return svg([
    textElement(fitLine(`${place.city}　${place.honour}`, small, textSpace), small, { x: left, y: 110 }, colours.quiet),
    name(entry.name),
    lines(
      fitLines(entry.headline, headline, { width: textSpace, count: 3 }),
      headline,
      { top: 388, step: 50 },
      colours.text
    ),
    pill(number),
    textElement(sinceWords(entry), small, { x: sinceAt, y: 560 }, colours.quiet),
    side(entry, logo)
  ])
}

/** The picture beside links to every other public page. */
export const siteCard = ({ city, scheme }: CardPlace): string => {
  const title = { font: 'gothicBold', size: 54 } as const
  const small = { font: 'gothic', size: 34 } as const
  const space = { width: size.width - left - 40, count: 2 }
  const titleLines = fitLines(scheme, title, space)
  const sample = [0.9, 0.7, 0.55, 0.8, 0.65, 0.95, 0.75]
  const shape = { x: 1010, y: 480 }
  return svg([
    `<polygon points="${polygon(shape, 210, sample)}" fill="${colours.accent}" fill-opacity=".08"/>`,
    `<polygon points="${polygon(shape, 130, sample)}" fill="${colours.green}" fill-opacity=".14"/>`,
    textElement(city, { font: 'gothicBold', size: 40 }, { x: left, y: 150 }, colours.quiet),
    lines(titleLines, title, { top: 250, step: 84 }, colours.text),
    lines(
      ['働きやすい職場づくりに取り組む企業を、市が認定しています。', '市内の認定企業を、取組から探せます。'],
      small,
      { top: 470, step: 58 },
      colours.text
    )
  ])
}
