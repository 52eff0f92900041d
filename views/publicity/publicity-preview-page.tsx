import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { PublicityValues } from '../../src/publicity/publicity-values.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

type Typed = { readonly values: PublicityValues; readonly version: number }

/** What was typed goes on with the next button, so nothing has to be filled in twice. */
const TypedForm = ({ values, version }: Typed): VNode => (
  <PostForm action={paths.publicity}>
    <input type="hidden" name="version" value={version} />
    {values.shown.map((field) => (
      <input key={field} type="hidden" name="shown" value={field} />
    ))}
    {(['jobsUrl', 'words', 'photo', 'photoDescription', 'logo'] as const).map((name) => (
      <input key={name} type="hidden" name={name} value={values[name]} />
    ))}
    <ButtonRow>
      <Button name="step" value="save">
        この内容で保存する
      </Button>
      <Button variant="secondary" name="step" value="edit">
        入力に戻る
      </Button>
    </ButtonRow>
  </PostForm>
)

/** The company's page as everybody would see it. */
export const PublicityPreviewPage = ({
  frame,
  typed,
  content
}: {
  readonly frame: PageFrame
  /** What is not saved yet; null for what is stored. */
  readonly typed: Typed | null
  /** The public page without what surrounds it. */
  readonly content: VNode
}): VNode => (
  <Layout page={frame}>
    <div class="preview-bar">
      <Notice title={typed === null ? '保存した内容での見え方です' : 'まだ保存していません'}>
        <p>
          {typed === null
            ? '確認待ちの紹介文や写真があれば、それも含めた見え方です。'
            : '入力した内容での見え方です。紹介文・写真・ロゴは、保存のあと事務局が確認してから公開します。'}
        </p>
        {typed === null ? (
          <ButtonLink variant="secondary" href={paths.publicity}>
            編集に戻る
          </ButtonLink>
        ) : (
          <TypedForm {...typed} />
        )}
      </Notice>
    </div>
    <div class="preview">{content}</div>
  </Layout>
)
