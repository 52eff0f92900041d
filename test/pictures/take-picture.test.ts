import { describe, expect, it } from 'vitest'
import { inTurn } from '../../src/pictures/in-turn.ts'
import { type PictureKind, pictureBytes, pictureProblem } from '../../src/pictures/picture.ts'
import { sharp } from '../../src/pictures/sharp.ts'
import { takePicture } from '../../src/pictures/take-picture.ts'
import { hugePng, jpegOf, phonePhoto, pngOf } from '../support/pictures.ts'
import { pdf, samples } from '../support/sample-files.ts'

const photoSize = { width: 2400, height: 1600 }

const taken = async (content: Buffer, kind: PictureKind = 'photo') => {
  const result = await takePicture(content, kind)
  if (!result.ok) throw new Error(`refused: ${result.reason}`)
  return result.picture
}

const refusal = async (content: Buffer, kind: PictureKind = 'photo') => {
  const result = await takePicture(content, kind)
  return result.ok ? 'taken' : result.reason
}

describe('a picture that is taken', () => {
  it('is made anew as WebP in sRGB, no longer than its kind allows', async () => {
    const photo = await taken(await jpegOf(photoSize))
    expect([photo.width, photo.height]).toEqual([1600, 1067])
    const { format, space, hasAlpha } = await sharp(photo.content).metadata()
    expect([format, space, hasAlpha]).toEqual(['webp', 'srgb', false])
    const logo = await taken(await pngOf({ width: 900, height: 300 }), 'logo')
    expect([logo.width, logo.height]).toEqual([512, 171])
    const small = await taken(await pngOf({ width: 400, height: 330 }))
    expect([small.width, small.height]).toEqual([400, 330])
  })

  it('is turned as the camera was held, and tells neither place nor person nor device', async () => {
    const sent = await phonePhoto({ width: 800, height: 600 })
    const before = await sharp(sent).metadata()
    expect(before.orientation).toBe(6)
    expect(before.exif?.includes('Phone Maker')).toBe(true)
    const photo = await taken(sent)
    expect([photo.width, photo.height]).toEqual([600, 800])
    const after = await sharp(photo.content).metadata()
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined
    ])
    for (const trace of ['Exif', 'EXIF', 'GPS', 'Phone', '2026:11']) expect(photo.content.includes(trace)).toBe(false)
  })

  it('keeps a logo’s clear parts, and gives a photo a white ground', async () => {
    const clear = await sharp({ create: { width: 400, height: 400, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    expect((await sharp((await taken(clear, 'logo')).content).metadata()).hasAlpha).toBe(true)
    const { channels } = await sharp((await taken(clear)).content).stats()
    expect(channels.map(({ min }) => min)).toEqual([255, 255, 255])
  })

  it('is the first of a moving picture', async () => {
    const frame = (background: string) => sharp({ create: { width: 64, height: 64, channels: 3, background } }).png()
    const frames = [await frame('#f00').toBuffer(), await frame('#00f').toBuffer()]
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    expect((await sharp(gif).metadata()).pages).toBe(2)
    const logo = await taken(gif, 'logo')
    expect([logo.width, logo.height]).toEqual([64, 64])
    expect((await sharp(logo.content).metadata()).pages).toBeUndefined()
  })

  it('has lost what was hidden behind or inside it', async () => {
    const script = '<script>alert(document.cookie)</script>'
    const behind = Buffer.concat([await jpegOf(photoSize), Buffer.from(script), samples.zip])
    const inside = await sharp(await pngOf({ width: 400, height: 400 }))
      .withExif({ IFD0: { ImageDescription: script } })
      .png()
      .toBuffer()
    for (const sent of [behind, inside]) {
      expect(sent.includes('alert(')).toBe(true)
      const { content } = await taken(sent)
      expect(content.includes('alert(')).toBe(false)
      expect(content.includes('memo.txt')).toBe(false)
      // A RIFF file says how long it is: nothing stands behind its end.
      expect(content.readUInt32LE(4) + 8).toBe(content.length)
    }
  })
})

describe('a picture that is not taken', () => {
  it.each([
    ['SVG', samples.svg, 'wrong-type'],
    [
      'SVG without script',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>'),
      'wrong-type'
    ],
    ['a web page', samples.html, 'wrong-type'],
    ['a PDF', pdf(), 'wrong-type'],
    ['a program', samples.exe, 'wrong-type'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a JPEG that is only its beginning', samples.jpeg, 'broken'],
    ['a single pixel', samples.png, 'too-small'],
    ['more than 10 MB', Buffer.alloc(pictureBytes + 1), 'too-large']
  ])('is %s', async (_what, content, reason) => {
    expect(await refusal(content)).toBe(reason)
    expect(await refusal(content, 'logo')).toBe(reason)
  })

  it('is cut off', async () => {
    for (const whole of [await jpegOf(photoSize), await pngOf(photoSize)]) {
      expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('broken')
    }
  })

  it('has more pixels than memory, and is refused by its header alone', async () => {
    const huge = hugePng(20_000)
    expect(huge.length).toBeLessThan(100_000)
    const before = process.memoryUsage().rss
    expect(await refusal(huge)).toBe('too-many-pixels')
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it('is told in words that say what to do', () => {
    expect(pictureProblem('wrong-type', 'logo')).toMatch(/^ロゴはJPEG.*保存し直してください$/)
    expect(pictureProblem('too-small', 'photo')).toContain('320ピクセル')
  })
})

describe('work in turn', () => {
  it('is done one after the other, also after one that failed', async () => {
    const order: string[] = []
    const work = (name: string, fails: boolean) => async () => {
      order.push(`${name} begins`)
      await Promise.resolve()
      order.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
    const results = await Promise.allSettled([inTurn(work('a', true)), inTurn(work('b', false))])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })
})
