import { describe, expect, it } from 'vitest'
import { makeCertificate } from '../../src/certificates/certificate-pdf.ts'
import { MissingGlyphError } from '../../src/documents/glyphs.ts'
import { certificateInput, longestName, sevenTitles } from '../support/certificates.ts'
import { readPdf } from '../support/pdf-reader.ts'

const made = async (parts = {}) => readPdf(await makeCertificate(certificateInput(parts)))

describe('a certificate', () => {
  it('says who is certified, by what number, for how long, by whom, and where to check it', async () => {
    const { lines } = await made()
    expect(lines).toEqual(
      expect.arrayContaining([
        '認定証',
        'ワーク・ライフ・グッドバランス企業',
        '第 12 号',
        '株式会社あさか製作所',
        '様',
        '令和九年一月十六日から令和十二年一月十五日まで',
        '令和九年一月十六日',
        '朝霞市長',
        '朝霞 太郎',
        '確認コード 7KQ2-M9XT-4HDR',
        'https://wlgb.example.jp/verify/7KQ2-M9XT-4HDR'
      ])
    )
  })

  it('is one page of A4, tagged and titled, in Japanese', async () => {
    const { dictionaries, pageCount } = await made()
    expect(pageCount).toBe(1)
    expect(dictionaries).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/)
    expect(dictionaries).toMatch(/\/Marked true/)
    expect(dictionaries).toMatch(/\/Lang \(ja\)/)
    expect(dictionaries).toMatch(/\/DisplayDocTitle true/)
  })

  it('is read aloud heading first, with the QR code told in words and the frame and seal left out', async () => {
    const { tags, dictionaries } = await made()
    expect(tags).toEqual(['Artifact', 'H1', 'P', 'P', 'P', 'P', 'P', 'P', 'P', 'Figure', 'P', 'Artifact'])
    expect(dictionaries).toMatch(/\/S \/Figure\n\/Alt \(/)
  })

  it('calls itself PDF/A-2a and PDF/UA-1, with a title that no markup in a name can break', async () => {
    const { metadata } = await made({ companyName: 'あさか&<太郎>' })
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(metadata).toContain('認定証 第12号 あさか＆＜太郎＞')
  })

  it('carries its fonts as subsets', async () => {
    const { dictionaries } = await made()
    const descriptors = dictionaries.match(/\/Type \/FontDescriptor\n\/FontName \/[A-Z]{6}\+[\w-]+/g) ?? []
    expect(descriptors.map((descriptor) => descriptor.split('+')[1]).sort()).toEqual([
      'BIZUDPGothic-Regular',
      'NotoSerifJP-Regular',
      'NotoSerifJP-SemiBold'
    ])
    expect(dictionaries.match(/\/FontFile2 /g)).toHaveLength(3)
  })

  it('is the same to the byte for the same input, and another for another', async () => {
    const first = await makeCertificate(certificateInput())
    expect(Buffer.compare(first, await makeCertificate(certificateInput()))).toBe(0)
    expect(Buffer.compare(first, await makeCertificate(certificateInput({ number: 13 })))).not.toBe(0)
  })

  it.each(['有限会社髙﨑𠮷田工務店', '㈱纊鷗閣', 'Café Ångström 朝霞', '株式会社　朝霞'])(
    'writes the name %s whole',
    async (companyName) => {
      expect((await made({ companyName })).lines).toContain(companyName)
    }
  )

  it('breaks a name of 60 characters into three lines and loses none of it', async () => {
    const { lines } = await made({ companyName: longestName })
    const first = lines.findIndex((line) => longestName.startsWith(line))
    expect(lines.slice(first, first + 4)).toEqual([expect.anything(), expect.anything(), expect.anything(), '様'])
    expect(lines.slice(first, first + 3).join('')).toBe(longestName)
  })

  it.each([
    ['none', []],
    ['one', sevenTitles.slice(0, 1)],
    ['all seven', sevenTitles]
  ])('holds %s of the categories in its text', async (_, passedCategoryTitles) => {
    const { lines } = await made({ passedCategoryTitles })
    const text = lines.join('').replaceAll(' ', '')
    for (const title of passedCategoryTitles) expect(text).toContain(title)
    expect(text).toContain('企業として認定します')
  })
})

describe('a name that the fonts cannot show', () => {
  it.each([
    ['朝霞😀商店', '😀'],
    ['葛\u{e0100}飾工業', '葛\u{e0100}'],
    ['朝霞\u200b商店', '\u200b'],
    ['한국상회', '한 국 상 회']
  ])('%j is refused before anything is drawn', async (companyName, lacking) => {
    const making = makeCertificate(certificateInput({ companyName }))
    await expect(making).rejects.toBeInstanceOf(MissingGlyphError)
    await expect(making).rejects.toMatchObject({ characters: lacking.split(' ') })
  })

  it('is refused in the name of a mayor, too', async () => {
    const { scheme } = certificateInput()
    const making = makeCertificate(
      certificateInput({ scheme: { ...scheme, mayor: { title: '市長', name: '朝霞😀' } } })
    )
    await expect(making).rejects.toBeInstanceOf(MissingGlyphError)
  })
})
