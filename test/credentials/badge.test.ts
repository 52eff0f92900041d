import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificationStates } from '../../src/certificates/certification-record.ts'
import {
  badgeFile,
  badgeShapes,
  badgeSizes,
  badgeSnippet,
  badgeWords,
  parseBadgeFile
} from '../../src/credentials/badge.ts'
import { badgePicture } from '../../src/credentials/badge-picture.ts'
import { rasterise } from '../../src/pictures/raster.ts'
import { sharp } from '../../src/pictures/sharp.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { formatDate } from '../../views/format.ts'

const facts = { number: 12, state: 'certified', firstStartsOn: '2027-01-16', latestEndsOn: '2030-01-15' } as const

describe('the words of a badge', () => {
  it.each([
    ['certified', true, '認定企業 第12号', '有効期間 令和12年1月15日まで'],
    ['continued', true, '認定企業 第12号', '有効（更新の審査中）'],
    ['upcoming', false, '認定期間前', '第12号 令和9年1月16日から'],
    ['expired', false, '期限切れ', '第12号 令和12年1月15日に終了'],
    ['surrendered', false, '失効', '第12号の認定は効力がありません'],
    ['revoked', false, '失効', '第12号の認定は効力がありません']
  ] as const)('are for %s', (state, valid, headline, detail) => {
    expect(badgeWords({ ...facts, state }, formatDate)).toEqual({ valid, headline, detail })
  })

  it('say that nothing can be confirmed where there is no certification', () => {
    expect(badgeWords(null, formatDate)).toMatchObject({ valid: false, headline: '確認できません' })
  })
})

describe('the address of a badge', () => {
  it('is read as it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.constantFrom(...badgeShapes),
        fc.constantFrom('svg', 'png'),
        (number, shape, format) => {
          expect(parseBadgeFile(`${badgeFile(number, shape)}.${format}`)).toEqual({ number, shape, format })
        }
      )
    )
  })

  it.each([
    '',
    '0.svg',
    '01.svg',
    '-1.svg',
    '1',
    '1.gif',
    '1.svg.png',
    '1-round.svg',
    '9999999999.svg',
    '１.svg',
    '1.svg\n'
  ])('%j is none', (file) => {
    expect(parseBadgeFile(file)).toBeNull()
  })
})

describe('the picture', () => {
  it('needs no font and no script, and is read aloud as it reads', () => {
    for (const shape of badgeShapes)
      for (const state of certificationStates) {
        const words = badgeWords({ ...facts, state }, formatDate)
        const svg = badgePicture(asaka, words, shape)
        expect(svg).not.toMatch(/<text|<script|href|url\(|style=/)
        expect(svg).toContain(
          `<title>朝霞市ワーク・ライフ・グッドバランス企業 ${words.headline} ${words.detail}</title>`
        )
        expect(svg.length).toBeLessThan(32_000)
      }
  })

  it('keeps a long name and markup inside', () => {
    const city = { city: '<&>市', honour: 'とても長い名前の認定を受けた働きやすい職場づくりに取り組む企業'.repeat(2) }
    const svg = badgePicture(city, badgeWords(facts, formatDate), 'strip')
    expect(svg).toContain('<title>&lt;&amp;&gt;市')
    const [, right = '0'] = svg.match(/<path fill="#1a1a1c" d="M[\s\S]*? ?(\d+(?:\.\d+)?) /) ?? []
    expect(Number(right)).toBeLessThan(badgeSizes.strip.width)
  })

  it('is had as a PNG of twice its size', async () => {
    const png = await rasterise(badgePicture(asaka, badgeWords(facts, formatDate), 'square'), 2)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 352, height: 352 })
  })
})

it('is put on a page as a link to its verification, with its size and a text', () => {
  const badge = {
    verificationUrl: 'https://x.example/verify/A',
    imageUrl: 'https://x.example/badges/12.svg',
    shape: 'strip'
  } as const
  expect(badgeSnippet(asaka, badge)).toBe(
    '<a href="https://x.example/verify/A"><img src="https://x.example/badges/12.svg" width="320" height="88" alt="朝霞市ワーク・ライフ・グッドバランス企業（認定を確認する）"></a>'
  )
})
