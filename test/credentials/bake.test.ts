import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markPicture } from '../../src/credentials/badge-picture.ts'
import { bakePng, bakeSvg } from '../../src/credentials/bake-credential.ts'
import { readBakedToken } from '../../src/credentials/read-baked-token.ts'
import { rasterise } from '../../src/pictures/raster.ts'
import { sharp } from '../../src/pictures/sharp.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { samples } from '../support/sample-files.ts'

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IngifQ.c2lnbmF0dXJl-_'
const mark = markPicture(asaka)

describe('a credential', () => {
  it('is taken out of a PNG as it was put in, and the picture stays one', async () => {
    const png = await rasterise(mark)
    const baked = bakePng(png, token)
    expect(readBakedToken(baked)).toBe(token)
    expect(baked.indexOf('iTXtopenbadgecredential\0\0\0\0\0')).toBeGreaterThan(0)
    const [before, after] = await Promise.all([sharp(png).raw().toBuffer(), sharp(baked).raw().toBuffer()])
    expect(after.equals(before)).toBe(true)
  })

  it('is the first element of an SVG, in the namespace of Open Badges', () => {
    const baked = bakeSvg(mark, token)
    expect(baked).toMatch(
      /^<svg xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"[^>]*><openbadges:credential verify="[^"]+"><\/openbadges:credential>/
    )
    expect(readBakedToken(Buffer.from(baked))).toBe(token)
  })

  it('may be a file of its own', () => {
    expect(readBakedToken(Buffer.from(`${token}\n`))).toBe(token)
  })

  it('is not found where there is none, whatever the file holds', async () => {
    for (const file of Object.values(samples)) expect(readBakedToken(file)).toBeNull()
    expect(readBakedToken(await rasterise(mark))).toBeNull()
    expect(readBakedToken(Buffer.from(mark))).toBeNull()
    expect(readBakedToken(Buffer.from('<svg><openbadges:credential verify="<script>"/></svg>'))).toBeNull()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), bytes])
        expect(readBakedToken(png)).toBeNull()
      })
    )
  })
})
