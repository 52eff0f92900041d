import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../src/inspection/inspect-file.ts'
import { claimedPixels } from '../../src/inspection/picture-pixels.ts'
import { takePicture } from '../../src/pictures/take-picture.ts'
import { jpegOf, pngOf } from '../support/pictures.ts'
import { pngChunk, samples } from '../support/sample-files.ts'

/** A PNG whose header claims a size, and whose pixels are missing. */
const claiming = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([samples.png.subarray(0, 8), pngChunk('IHDR', header), samples.png.subarray(33)])
}

/** A JPEG whose frame claims a size. */
const claimingJpeg = (width: number, height: number): Buffer => {
  const frame = Buffer.from('ffc0000b080000000001011100', 'hex')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([samples.jpeg.subarray(0, 20), frame, samples.jpeg.subarray(-2)])
}

describe('a picture that is attached', () => {
  it.each([
    ['a PNG of 50,000 × 50,000 pixels', claiming(50_000, 50_000), 'image/png', 'pixels'],
    ['a JPEG of 60,000 × 60,000 pixels', claimingJpeg(60_000, 60_000), 'image/jpeg', 'pixels'],
    [
      'a PNG with a script in its text',
      Buffer.concat([
        samples.png.subarray(0, -12),
        pngChunk('tEXt', Buffer.from('a\0<ScRiPt>alert(1)</script>')),
        samples.png.subarray(-12)
      ]),
      'image/png',
      'disguised'
    ],
    ['a PNG with a page at its end', Buffer.concat([samples.png, samples.html]), 'image/png', 'disguised'],
    [
      'a JPEG with a script in its comment',
      Buffer.concat([samples.jpeg, Buffer.from('<script>x</script>')]),
      'image/jpeg',
      'disguised'
    ],
    [
      'a JPEG with a program for a server',
      Buffer.concat([samples.jpeg, Buffer.from('<?php system(1);')]),
      'image/jpeg',
      'disguised'
    ],
    ['a JPEG with an archive at its end', Buffer.concat([samples.jpeg, samples.zip]), 'image/jpeg', 'disguised']
  ])('is refused: %s', async (_what, content, media, hazard) => {
    expect(content.length).toBeLessThan(5_000)
    expect(await inspectFile(content, media)).toBe(hazard)
  })

  it.each([
    ['a PNG', () => pngOf({ width: 640, height: 480 }), 'image/png', 640 * 480],
    ['a JPEG', () => jpegOf({ width: 640, height: 480 }), 'image/jpeg', 640 * 480],
    ['an A3 sheet scanned at 600 dpi', async () => claiming(9921, 7016), 'image/png', 9921 * 7016],
    ['a JPEG that says nothing of its size', async () => samples.jpeg, 'image/jpeg', null]
  ])('is taken: %s', async (_what, make, media, pixels) => {
    const content = await make()
    expect(claimedPixels(content)).toBe(pixels)
    expect(await inspectFile(content, media)).toBeNull()
  })

  it.each([0, 1, 23, 24, 28])('is not read beyond its %i bytes', (length) => {
    expect(claimedPixels(claimingJpeg(9, 9).subarray(0, length))).toBeNull()
  })
})

it('refuses a picture of 50,000 × 50,000 pixels for a public page without reading it', async () => {
  expect(await takePicture(claiming(50_000, 50_000), 'photo')).toEqual({ ok: false, reason: 'too-many-pixels' })
})
