import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { Statement } from '../../src/publicity/statement.ts'
import type { Hold } from '../../src/scanning/file-scan.ts'
import { HeldNote } from '../components/held-note.tsx'

const Nothing = (): VNode => <span class="quiet">（なし）</span>

/** A statement as the secretariat reads it: words, photo with its description, logo. */
export const StatementView = ({
  statement,
  holdOf
}: {
  readonly statement: Statement | null
  /** Why a picture is held back, by its hash; null where it is shown. */
  readonly holdOf: (sha256: string) => Hold | null
}): VNode => {
  if (statement === null) return <p class="quiet">公開している紹介文・写真・ロゴはありません。</p>
  const { id, words, photo, photoDescription, logo } = statement
  return (
    <dl class="statement">
      <dt>紹介文</dt>
      <dd class="said">{words === '' ? <Nothing /> : words}</dd>
      <dt>写真</dt>
      <dd>
        {photo === null ? (
          <Nothing />
        ) : (
          <>
            {holdOf(photo) === null ? (
              <img class="picture picture--photo" src={paths.statementPicture(id, 'photo')} alt={photoDescription} />
            ) : (
              <HeldNote hold={holdOf(photo)} reader="others" />
            )}
            <p>写真の説明：{photoDescription}</p>
          </>
        )}
      </dd>
      <dt>ロゴ</dt>
      <dd>
        {logo === null ? (
          <Nothing />
        ) : holdOf(logo) === null ? (
          <img class="picture picture--logo" src={paths.statementPicture(id, 'logo')} alt="ロゴ" />
        ) : (
          <HeldNote hold={holdOf(logo)} reader="others" />
        )}
      </dd>
    </dl>
  )
}
