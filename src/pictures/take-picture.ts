import { fileTypeFromBuffer } from 'file-type'
import { inTurn } from './in-turn.ts'
import {
  mostPixels,
  type PictureKind,
  type PictureRefusal,
  pictureBytes,
  pictureSides,
  pictureTypes,
  type TakenPicture
} from './picture.ts'
import { sharp } from './sharp.ts'

type Taking =
  | { readonly ok: true; readonly picture: TakenPicture }
  | { readonly ok: false; readonly reason: PictureRefusal }

const refused = (reason: PictureRefusal): Taking => ({ ok: false, reason })

/** Seconds of work on one picture before it is given up. */
const seconds = 15

// Warnings are left alone: some phones write JPEGs that are read well and warned of.
const reading = { failOn: 'error', sequentialRead: true, limitInputPixels: mostPixels } as const

/** Whether the content is one of the formats that are read, before anything but its first bytes was looked at. */
const isReadable = async (content: Buffer): Promise<boolean> => {
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  return pictureTypes.some((type) => type === found?.mime)
}

/** What the header says, which costs nothing however large the picture claims to be. */
const checkHeader = async (content: Buffer, kind: PictureKind): Promise<PictureRefusal | null> => {
  const { width, height } = await sharp(content, { ...reading, limitInputPixels: false }).metadata()
  if (width * height > mostPixels) return 'too-many-pixels'
  return Math.min(width, height) < pictureSides[kind].least ? 'too-small' : null
}

const compression = {
  photo: { quality: 80, effort: 4, smartSubsample: true },
  logo: { quality: 90, alphaQuality: 100, effort: 4, nearLossless: true }
} as const

/** Decodes and encodes anew: turned as the camera was held, in sRGB, without what the camera noted (place, time, device). */
const encode = async (content: Buffer, kind: PictureKind): Promise<TakenPicture> => {
  const { most } = pictureSides[kind]
  const turned = sharp(content, reading)
    .timeout({ seconds })
    .autoOrient()
    .resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  // A photo has nothing to be seen through; a logo stands on whatever colour the page has.
  const opaque = kind === 'photo' ? turned.flatten({ background: '#ffffff' }) : turned
  const { data, info } = await opaque.webp(compression[kind]).toBuffer({ resolveWithObject: true })
  return { content: data, width: info.width, height: info.height }
}

/**
 * Takes a picture that somebody sends: what is kept is made anew from its pixels, so that neither a place nor a second
 * file hidden in it nor a script comes with it. Of a moving picture the first one is kept. Pictures are taken one after
 * the other: each may fill much memory for a moment.
 * @param content the file as sent, of any size
 */
export const takePicture = async (content: Buffer, kind: PictureKind): Promise<Taking> => {
  if (content.length === 0) return refused('empty')
  if (content.length > pictureBytes) return refused('too-large')
  if (!(await isReadable(content))) return refused('wrong-type')
  return inTurn(async () => {
    try {
      const problem = await checkHeader(content, kind)
      return problem === null ? { ok: true, picture: await encode(content, kind) } : refused(problem)
    } catch {
      // Whatever the decoder says of a file, it is the file's fault and never the portal's.
      return refused('broken')
    }
  })
}
