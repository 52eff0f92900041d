/** What a picture is for: a photo of the workplace, or the company's logo. */
export const pictureKinds = ['photo', 'logo'] as const

export type PictureKind = (typeof pictureKinds)[number]

/** A picture as the portal keeps and serves it: made anew from what was sent, in WebP, with nothing but the picture in it. */
export type TakenPicture = { readonly content: Buffer; readonly width: number; readonly height: number }

/** Why a picture was not taken. */
export type PictureRefusal = 'empty' | 'too-large' | 'wrong-type' | 'too-many-pixels' | 'too-small' | 'broken'

/** Most bytes of a picture that is sent. */
export const pictureBytes = 10 * 1024 * 1024

/** The most pixels that are read: more than phones and cameras make, less than a machine has memory for. */
export const mostPixels = 64_000_000

/** How long, in pixels, the sides of a kept picture are at most, and those of a sent one at least. */
export const pictureSides: Readonly<Record<PictureKind, { readonly most: number; readonly least: number }>> = {
  photo: { most: 1600, least: 320 },
  logo: { most: 512, least: 48 }
}

/** What pickers offer to choose from; what was chosen is judged by its content. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const

const what: Readonly<Record<PictureKind, string>> = { photo: '写真', logo: 'ロゴ' }

const chooseAgain = 'もう一度選んでください'

/** Why a picture was not taken and what to do, for the person who sent it. */
export const pictureProblem = (reason: PictureRefusal, kind: PictureKind): string => {
  const name = what[kind]
  const problems: Readonly<Record<PictureRefusal, string>> = {
    empty: `${name}のファイルの中身が空です。ファイルを確かめて、${chooseAgain}`,
    'too-large': `${name}は${pictureBytes / 1024 / 1024} MBまでです。小さくしてから、${chooseAgain}`,
    'wrong-type': `${name}はJPEG、PNG、WebP、GIFのファイルを選んでください。SVGやPDF、HEIC（iPhoneの写真の形式）は、JPEGかPNGで保存し直してください`,
    'too-many-pixels': `${name}の縦横の大きさ（ピクセル数）が大きすぎます。長い辺が6,000ピクセル以下になるように縮めてから、${chooseAgain}`,
    'too-small': `${name}が小さすぎます。短い辺が${pictureSides[kind].least}ピクセル以上あるものを選んでください`,
    broken: `${name}を読み取れませんでした。ファイルが壊れているか、途中で切れています。画像を開いて保存し直してから、${chooseAgain}`
  }
  return problems[reason]
}
