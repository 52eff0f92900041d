import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { Statement } from '../../src/publicity/statement.ts'

const Nothing = (): VNode => <span class="quiet">（なし）</span>

/** A statement as the secretariat reads it: words, photo with its description, logo. */
export const StatementView = ({ statement }: { readonly statement: Statement | null }): VNode => {
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
            <img class="picture picture--photo" src={paths.statementPicture(id, 'photo')} alt={photoDescription} />
            <p>写真の説明：{photoDescription}</p>
          </>
        )}
      </dd>
      <dt>ロゴ</dt>
      <dd>
        {logo === null ? (
          <Nothing />
        ) : (
          <img class="picture picture--logo" src={paths.statementPicture(id, 'logo')} alt="ロゴ" />
        )}
      </dd>
    </dl>
  )
}
