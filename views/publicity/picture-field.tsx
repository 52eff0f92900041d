import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { type PictureKind, pictureTypes } from '../../src/pictures/picture.ts'
import { FileField } from '../components/file-field.tsx'

const words: Readonly<Record<PictureKind, { readonly name: string; readonly hint: string }>> = {
  photo: {
    name: '写真',
    hint: '職場や仕事の様子が伝わる横長の写真を1枚。JPEG、PNG、WebP、10 MBまで。撮影場所や日時の記録は取り除いて保存します。写っている人の了解を得てください'
  },
  logo: {
    name: 'ロゴ',
    hint: '背景が白か透明の画像。PNG、JPEG、WebP、GIF、10 MBまで（SVGは使えません）'
  }
}

/** A picture of the company: the one that the form holds, a way to take it away, and a way to choose another. */
export const PictureField = ({
  kind,
  hash,
  description,
  error
}: {
  readonly kind: PictureKind
  /** The picture that the form holds; empty for none. */
  readonly hash: string
  /** What it shows, for those who do not see it. */
  readonly description: string
  readonly error: string | undefined
}): VNode => {
  const { name, hint } = words[kind]
  return (
    <div class="picture-field">
      {hash === '' ? null : (
        <div class="picture-field__kept">
          <input type="hidden" name={kind} value={hash} />
          <img class={`picture picture--${kind}`} src={paths.ownPicture(hash)} alt={description || `いまの${name}`} />
          <label class="choice__label">
            <input class="choice__input" type="checkbox" name={`${kind}Removal`} value="yes" />
            <span class="choice__text">この{name}を載せない</span>
          </label>
        </div>
      )}
      <FileField
        name={`${kind}File`}
        label={hash === '' ? name : `${name}を差し替える`}
        hint={hint}
        required={false}
        accept={pictureTypes.join()}
        error={error}
      />
    </div>
  )
}
