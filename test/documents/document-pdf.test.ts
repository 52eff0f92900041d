import { describe, expect, it } from 'vitest'
import type { Block, Table } from '../../src/documents/document.ts'
import { type DocumentInput, makeDocument } from '../../src/documents/document-pdf.ts'
import { faceOf, writeLine } from '../../src/documents/press.ts'
import { readPdf } from '../support/pdf-reader.ts'

const document = (blocks: readonly Block[], parts: Partial<DocumentInput> = {}): DocumentInput => ({
  title: '第5回推進委員会　資料',
  author: '朝霞市',
  createdAt: new Date('2027-01-16T01:00:00Z'),
  blocks,
  ...parts
})

const made = async (blocks: readonly Block[], parts: Partial<DocumentInput> = {}) => {
  const { pdf, pages, missing } = await makeDocument(document(blocks, parts))
  return { ...readPdf(pdf), pages, missing }
}

const sentence = '従業員が子どもの看護のために休みやすいよう、1時間ごとに取れる休暇を設けている。'

const table = (rows: Table['rows'], parts: Partial<Table> = {}): Table => ({
  type: 'table',
  columns: [
    { title: '項目', width: 1 },
    { title: '取組内容', width: 5 },
    { title: '点', width: 1, align: 'right' }
  ],
  rows,
  ...parts
})

const hexOf = (text: string): string => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return bytes.toString('latin1')
}

describe('a document', () => {
  it('is tagged, titled, Japanese, and calls itself PDF/A-2a and PDF/UA-1', async () => {
    const { dictionaries, metadata } = await made([{ type: 'paragraph', text: sentence }])
    expect(dictionaries).toMatch(/\/Marked true/)
    expect(dictionaries).toMatch(/\/Lang \(ja\)/)
    expect(dictionaries).toMatch(/\/DisplayDocTitle true/)
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(metadata).toContain('第5回推進委員会　資料')
  })

  it('is read block by block, with its foot left out', async () => {
    const { dictionaries, tags } = await made([
      { type: 'heading', level: 1, text: '会社' },
      { type: 'definitions', entries: [{ label: '業種', value: '製造業' }] },
      { type: 'heading', level: 2, text: '風土' },
      { type: 'paragraph', text: sentence },
      { type: 'bullets', items: ['一つ'] },
      table([['1-1', sentence, '2']], { caption: '項目', rowHeadings: true }),
      { type: 'drawing', height: 50, alt: '図の説明', draw: (sheet) => sheet.rect(80, 80, 10, 10).fill() },
      { type: 'drawing', height: 5, alt: null, draw: (sheet) => sheet.rect(80, 80, 10, 1).fill() }
    ])
    const read = tags.filter((tag) => tag !== 'Artifact')
    expect(read.join(' ')).toBe('H1 Lbl LBody H2 P Lbl LBody Caption TH TH TH TH TD TD Figure')
    expect(tags.at(-1)).toBe('Artifact')
    expect(dictionaries).toContain(`/Alt (${hexOf('図の説明')}`)
    for (const scope of ['Column', 'Row']) expect(dictionaries).toContain(`/Scope /${scope}`)
  })

  it('numbers its pages and says at each foot what it is', async () => {
    const { lines, pages } = await made(
      [{ type: 'paragraph', text: '一' }, { type: 'page-break' }, { type: 'paragraph', text: '二' }],
      { footer: '委員会資料' }
    )
    expect(pages).toBe(2)
    expect(lines).toEqual(['一', '委員会資料', '1 / 2', '二', '委員会資料', '2 / 2'])
  })

  it('leaves the number off a single page when told', async () => {
    const { lines } = await made([{ type: 'paragraph', text: '一' }], { pageNumbers: 'several' })
    expect(lines).toEqual(['一'])
  })

  it('has an outline of its headings, each under the one above it', async () => {
    const { dictionaries } = await made([
      { type: 'heading', level: 1, text: '次第' },
      { type: 'heading', level: 2, text: '1　意見聴取', outline: '意見聴取' },
      { type: 'heading', level: 3, text: '秘密', outline: false },
      { type: 'heading', level: 1, text: '報告' }
    ])
    for (const title of ['次第', '意見聴取', '報告']) expect(dictionaries).toContain(`/Title (${hexOf(title)})`)
    expect(dictionaries).not.toContain(hexOf('秘密'))
    expect(dictionaries.match(/\/PageMode \/UseOutlines/g)).toHaveLength(1)
    expect(dictionaries.match(/\/First /g)).toHaveLength(2)
  })

  it('is the same to the byte for the same input, and another for another', async () => {
    const blocks: Block[] = [{ type: 'heading', level: 1, text: '会社' }, table([['1', sentence, '2']])]
    const { pdf: first } = await makeDocument(document(blocks))
    expect(first.equals((await makeDocument(document(blocks))).pdf)).toBe(true)
    expect(first.equals((await makeDocument(document(blocks, { footer: '他' }))).pdf)).toBe(false)
  })

  it('is one empty page without a block', async () => {
    expect((await made([])).pages).toBe(1)
  })
})

describe('a table', () => {
  const rows = Array.from({ length: 60 }, (_, index) => [`${index}番`, sentence, String(index)])

  it('repeats its head on every page and leaves no row out', async () => {
    const { lines, pages, tags } = await made([table(rows)])
    expect(pages).toBeGreaterThan(1)
    expect(lines.filter((line) => line === '取組内容')).toHaveLength(pages)
    expect(lines.filter((line) => line.endsWith('番'))).toEqual(rows.map(([label]) => label))
    expect(tags.filter((tag) => tag === 'TH')).toHaveLength(3)
  })

  it('wraps a cell that is taller than a page onto the next ones, losing nothing', async () => {
    const { lines, pages } = await made([table([['1番', sentence.repeat(60), '2']])], { footer: '足' })
    expect(pages).toBeGreaterThan(1)
    const words = lines.filter((line) => !/番|^\d|足|項目|取組内容|点/.test(line) || line.includes('従業員'))
    expect(words.join('')).toContain('従業員が子どもの看護')
    expect(lines.join('').match(/設けている/g)?.length).toBeGreaterThanOrEqual(58)
  })

  it('stands with its head alone when it has no rows', async () => {
    expect((await made([table([])])).lines).toEqual(['項目', '取組内容', '点', '1 / 1'])
  })
})

describe('text', () => {
  it('keeps a heading with what follows it', async () => {
    const filling: Block = { type: 'space', height: 700 }
    const { lines } = await made([
      { type: 'paragraph', text: '始め' },
      filling,
      { type: 'heading', level: 2, text: '見出し' },
      { type: 'paragraph', text: sentence }
    ])
    expect(lines.indexOf('1 / 2')).toBeLessThan(lines.indexOf('見出し'))
  })

  it('begins no line with a full stop or a comma', async () => {
    const { lines } = await made([{ type: 'paragraph', text: sentence.repeat(40), indent: 1 }])
    for (const line of lines) expect(line).not.toMatch(/^[、。」）]/)
    expect(lines.slice(0, -1).join('')).toContain(sentence.repeat(3))
  })

  it('leaves no one or two characters alone on the last line', async () => {
    for (let count = 40; count < 48; count++) {
      const { lines } = await made([{ type: 'paragraph', text: `${'働'.repeat(count)}く。` }])
      const last = lines.at(-2) ?? ''
      expect(lines.length === 2 || last.length > 2).toBe(true)
    }
  })

  it('keeps line breaks and empty lines, and has no use for control characters', async () => {
    const { lines } = await made([{ type: 'paragraph', text: '一\r\n\n二\u0000\u200b三' }])
    expect(lines).toEqual(['一', '二三', '1 / 1'])
  })

  it('takes a kanji that the gothic lacks from the serif', async () => {
    const { lines, missing } = await made([{ type: 'paragraph', text: '有限会社𠮷田商店' }])
    expect(lines).toEqual(['有限会社', '𠮷', '田商店', '1 / 1'])
    expect(missing).toEqual([])
  })

  it.each([
    ['朝霞😀商店', '朝霞〓商店', '😀'],
    ['辻\u{e0101}本', '辻本', '辻\u{e0101}'],
    ['简单', '〓〓', '简 单'],
    ['👨‍👩‍👧と', '〓と', '👨‍👩‍👧']
  ])('prints %j as %j and says so', async (text, printed, lacking) => {
    const { lines, missing } = await made([{ type: 'paragraph', text }])
    expect(lines.slice(0, -1).join('')).toBe(printed)
    expect(missing).toEqual(lacking.split(' '))
  })

  it('is written into a drawing, too', async () => {
    const face = faceOf({ family: 'gothic' }, { size: 9, leading: 1.4 })
    const { lines } = await made([
      {
        type: 'drawing',
        height: 40,
        alt: '図',
        draw: (sheet, { left, top, width }) =>
          writeLine(sheet, '休暇\n取得', face, { left, top, width, align: 'centre' })
      }
    ])
    expect(lines).toEqual(['休暇 取得', '1 / 1'])
  })

  it('of a letter is in the serif', async () => {
    const { dictionaries } = await made([{ type: 'paragraph', text: sentence }], { family: 'serif' })
    expect(dictionaries).toContain('+NotoSerifJP-Regular')
    expect(dictionaries).not.toContain('BIZUDPGothic')
  })
})
