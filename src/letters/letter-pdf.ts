import { formatDate } from '../../views/format.ts'
import type { Block } from '../documents/document.ts'
import { type MadeDocument, makeDocument } from '../documents/document-pdf.ts'
import { drawSealPlace, sealSide } from '../documents/seal-place.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { letterBlocks } from './letter-blocks.ts'

/** A letter with everything filled in. */
export type LetterSheet = {
  readonly scheme: Scheme
  readonly issuedOn: CalendarDate
  readonly createdAt: Date
  /** The company's name, without 御中. */
  readonly addressee: string
  readonly subject: string
  readonly body: string
}

const mayorSize = 12

const head = ({ scheme, issuedOn, addressee }: LetterSheet): readonly Block[] => [
  { type: 'paragraph', text: formatDate(issuedOn), align: 'right', size: 11 },
  { type: 'paragraph', text: `${addressee}　御中`, align: 'left', size: 12.5, gap: 14, insetRight: 8 },
  {
    type: 'paragraph',
    text: `${scheme.mayor.title}　${scheme.mayor.name}`,
    align: 'right',
    size: mayorSize,
    gap: 30,
    insetRight: sealSide / mayorSize + 1
  },
  {
    type: 'drawing',
    height: 0,
    alt: null,
    draw: (sheet, { left, top, width }) =>
      drawSealPlace(sheet, '公印', { left: left + width - sealSide, top: top - mayorSize * 0.85 - sealSide / 2 })
  },
  { type: 'space', height: 34 }
]

const contact = ({ city, secretariat }: Scheme): Block => ({
  type: 'together',
  blocks: [
    { type: 'space', height: 24 },
    {
      type: 'definitions',
      size: 9.5,
      entries: [
        { label: '担当', value: `${city}　${secretariat.section}` },
        { label: '所在地', value: `〒${secretariat.postalCode}　${secretariat.address}` },
        { label: '電話', value: secretariat.phone },
        { label: 'メール', value: secretariat.email }
      ]
    }
  ]
})

/**
 * A letter of the city as a tagged PDF: the date, whom it is for, the mayor with the place of the seal, the title, the
 * text, and whom to ask. It never fails for a character: a company whose name cannot be printed must still get the letter
 * that asks for another.
 */
export const makeLetter = (letter: LetterSheet): Promise<MadeDocument> =>
  makeDocument({
    title: `${letter.subject}　${letter.addressee}`,
    author: letter.scheme.city,
    createdAt: letter.createdAt,
    family: 'serif',
    margin: 74,
    pageNumbers: 'several',
    blocks: [
      ...head(letter),
      { type: 'heading', level: 1, text: letter.subject, align: 'centre', size: 13.5, outline: false },
      { type: 'space', height: 18 },
      ...letterBlocks(letter.body),
      contact(letter.scheme)
    ]
  })
