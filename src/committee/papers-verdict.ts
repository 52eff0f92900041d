import { anchorAt, linesOf, type Point, pointOn } from '../../views/components/radar-geometry.ts'
import type { Block, Box } from '../documents/document.ts'
import { type Face, faceOf, writeLine } from '../documents/press.ts'
import type { Sheet } from '../documents/sheet.ts'
import type { CaseFile } from '../screening/case-file.ts'
import { describeVerdict } from './meeting-case.ts'

/** A category as the picture shows it. */
type Axis = {
  readonly number: number
  readonly title: string
  readonly shortTitle: string
  readonly checked: number
  readonly counted: number
  readonly passed: boolean | null
  /** How far, of 1. */
  readonly ratio: number
}

const family = { family: 'gothic' } as const
const small = faceOf(family, { size: 7, leading: 1.3 })
const plain = faceOf(family, { size: 8.5, leading: 1.6 })
const strong = faceOf(family, { size: 10.5, leading: 1.6, bold: true })

const colours = { ring: '#c5cad0', area: '#cfdcf5', line: '#1d4ea8', muted: '#8b929b' } as const

const height = 158
const radius = 52
const pictureWidth = 216

const axesOf = ({ edition, verdict }: CaseFile): readonly Axis[] =>
  verdict.categories.map(({ number, title, checked, counted, passed }) => ({
    number,
    title,
    shortTitle: edition.categories.find((category) => category.number === number)?.shortTitle ?? title,
    checked,
    counted,
    passed,
    ratio: counted === 0 ? 0 : checked / counted
  }))

const path = (sheet: Sheet, points: readonly Point[]) => {
  for (const [index, { x, y }] of points.entries()) index === 0 ? sheet.moveTo(x, y) : sheet.lineTo(x, y)
  return sheet.closePath()
}

const shares = { start: 'left', middle: 'centre', end: 'right' } as const
const labelWidth = 80

const drawLabel = (sheet: Sheet, { shortTitle }: Axis, centre: Point, index: number, count: number): void => {
  const point = pointOn(centre, radius + 8, index, count)
  const lines = linesOf(shortTitle, index === 0 ? 14 : 7)
  const step = small.size * small.leading
  const lift = ((centre.y - point.y) / radius) * 0.5 + 0.5
  const anchor = anchorAt(centre, point)
  const left = point.x - (anchor === 'start' ? 0 : anchor === 'middle' ? labelWidth / 2 : labelWidth)
  for (const [row, line] of lines.entries())
    writeLine(sheet, line, small, {
      left,
      width: labelWidth,
      top: point.y - lines.length * step * lift + row * step,
      align: shares[anchor]
    })
}

const drawPicture = (sheet: Sheet, axes: readonly Axis[], { left, top }: Box): void => {
  const centre = { x: left + pictureWidth / 2, y: top + height / 2 + 4 }
  const at = (ratio: number, index: number): Point => pointOn(centre, radius * ratio, index, axes.length)
  sheet.lineWidth(0.6).strokeColor(colours.ring)
  for (const ring of [0.5, 1])
    path(
      sheet,
      axes.map((_axis, index) => at(ring, index))
    ).stroke()
  for (const index of axes.keys()) {
    const end = at(1, index)
    sheet.moveTo(centre.x, centre.y).lineTo(end.x, end.y).stroke()
  }
  path(
    sheet,
    axes.map(({ ratio }, index) => at(ratio, index))
  )
    .lineWidth(1)
    .fillAndStroke(colours.area, colours.line)
  for (const [index, { ratio, passed }] of axes.entries()) {
    const { x, y } = at(ratio, index)
    sheet.circle(x, y, 2.4).fill(passed === true ? colours.line : colours.muted)
  }
  for (const [index, axis] of axes.entries()) drawLabel(sheet, axis, centre, index, axes.length)
}

const passedWord = (passed: boolean | null): string => (passed === null ? '' : passed ? '合格' : '不合格')

const drawTallies = (sheet: Sheet, file: CaseFile, axes: readonly Axis[], box: Box): void => {
  const left = box.left + pictureWidth + 10
  const width = box.left + box.width - left
  let top = box.top + 8
  const write = (text: string, face: Face, align: 'left' | 'right', inset = 0): void =>
    writeLine(sheet, text, face, { left, top, width: width - inset, align })
  write(`認定基準：${describeVerdict(file.verdict)}`, strong, 'left')
  top += 24
  for (const { number, title, checked, counted, passed } of axes) {
    write(`${number}　${title}`, plain, 'left')
    write(`${checked} ／ ${counted}`, plain, 'right', 40)
    write(passedWord(passed), plain, 'right')
    top += 16
  }
}

const told = (file: CaseFile, axes: readonly Axis[]): string =>
  [
    `認定基準：${describeVerdict(file.verdict)}。`,
    ...axes.map(
      ({ number, title, checked, counted, passed }) =>
        `${number} ${title}：${counted}項目のうち${checked}項目を認める。${passedWord(passed)}。`
    )
  ].join('')

const readingWords = {
  leaves_denominator: '母数から除いて数えます',
  counts_as_unchecked: 'チェックなしとして数えます'
} as const

const readingBlocks = ({ bothReadings, reading, readingChoice }: CaseFile): readonly Block[] =>
  bothReadings?.differ === true
    ? [
        {
          type: 'paragraph',
          size: 9,
          text: `「-」は${readingWords[reading]}。${readingChoice === null ? '' : `理由：${readingChoice.reason}`}`
        }
      ]
    : []

/** The verdict that the secretariat confirmed: the categories as a picture and in figures; points where the sheet has them. */
export const verdictBlocks = (file: CaseFile): readonly Block[] => {
  const { verdict } = file
  const axes = axesOf(file)
  if (verdict.rule === 'points')
    return [
      {
        type: 'definitions',
        size: 9,
        entries: [
          { label: '認定基準', value: describeVerdict(verdict) },
          { label: '点数', value: `${verdict.points.atLeast}点以上${verdict.points.atMost}点以下` }
        ]
      }
    ]
  return [
    {
      type: 'drawing',
      height,
      alt: told(file, axes),
      draw: (sheet, box) => {
        drawPicture(sheet, axes, box)
        drawTallies(sheet, file, axes, box)
      }
    },
    ...readingBlocks(file)
  ]
}
