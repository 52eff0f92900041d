import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from 'qrcode'
import { afterAll, describe, expect, it } from 'vitest'
import { makeCertificate } from '../../src/certificates/certificate-pdf.ts'
import { certificateInput, longestName } from '../support/certificates.ts'

/** A certificate seen by poppler, the reader of many desktops: a second opinion beside the suite's own reader. */
const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const poppler = async (tool: string, parts = {}, after: string[] = []) => {
  const file = join(folder, 'certificate.pdf')
  writeFileSync(file, await makeCertificate(certificateInput(parts)))
  return execFileSync(
    tool,
    tool === 'pdftoppm' ? [...after.slice(0, -1), file, ...after.slice(-1)] : [file, ...after],
    { encoding: 'utf8' }
  )
}

describe('poppler', () => {
  it('reads the name with its rare kanji, the number and the dates', async () => {
    const text = await poppler('pdftotext', { companyName: '有限会社髙﨑𠮷田工務店' }, ['-'])
    expect(text).toContain('有限会社髙﨑𠮷田工務店 様')
    expect(text).toContain('第 12 号')
    expect(text).toContain('令和九年一月十六日から令和十二年一月十五日まで')
  })

  it('finds one tagged page of A4 with its title and its language', async () => {
    const info = await poppler('pdfinfo')
    expect(info).toMatch(/Title: +認定証 第12号 株式会社あさか製作所/)
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/Pages: +1\n/)
    expect(info).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/)
  })

  it('finds every font embedded, as a subset, with its Unicode map', async () => {
    const fonts = (await poppler('pdffonts')).trim().split('\n').slice(2)
    expect(fonts).toHaveLength(3)
    for (const font of fonts) expect(font).toMatch(/yes yes yes/)
  })

  it('finds headings, paragraphs and a figure in the structure', async () => {
    const file = join(folder, 'certificate.pdf')
    writeFileSync(file, await makeCertificate(certificateInput()))
    const structure = execFileSync('pdfinfo', ['-struct', file], { encoding: 'utf8' })
    expect(structure).toMatch(/^Document\n {2}H1/)
    expect(structure).toMatch(/\n {2}Figure/)
  })

  it('draws the QR code of the verification page, every module in its place', async () => {
    const { verificationUrl } = certificateInput()
    const { modules } = create(verificationUrl, { errorCorrectionLevel: 'M' })
    // 288 dots an inch are 4 a point; the code is 54 points square at 93, 722.
    const area = ['-r', '288', '-gray', '-x', '372', '-y', '2888', '-W', '216', '-H', '216']
    const picture = join(folder, 'qr')
    await poppler('pdftoppm', {}, ['-singlefile', ...area, picture])
    const pixels = readFileSync(`${picture}.pgm`).subarray(-216 * 216)
    const seen = Array.from({ length: modules.size ** 2 }, (_, index) => {
      const [row, column] = [Math.floor(index / modules.size), index % modules.size]
      const centre = (at: number) => Math.floor(((at + 0.5) * 216) / modules.size)
      return (pixels[centre(row) * 216 + centre(column)] ?? 0) < 128 ? 1 : 0
    })
    expect(seen).toEqual(Array.from(modules.data, Number))
  })

  it('finds no text of the longest name outside the frame', async () => {
    const boxes = await poppler('pdftotext', { companyName: longestName }, ['-bbox', '-'])
    const words = [...boxes.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)]
    expect(words.length).toBeGreaterThan(10)
    for (const [, left, top, right, bottom] of words) {
      expect(Number(left)).toBeGreaterThan(60)
      expect(Number(right)).toBeLessThan(535)
      expect(Number(top)).toBeGreaterThan(40)
      expect(Number(bottom)).toBeLessThan(802)
    }
  })
})
