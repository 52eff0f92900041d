import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** Who is not certified has no page: why, what it would bring, and what to do. */
export const NotCertifiedPage = ({
  frame,
  canTakeBack
}: {
  readonly frame: PageFrame
  /** Whether words or pictures of an earlier certification lie here. */
  readonly canTakeBack: boolean
}): VNode => (
  <Layout page={frame}>
    <p>企業ページは、認定を受けている企業が使えます。いまは有効な認定がないため、公開していません。</p>
    <p>
      認定を受けると、確認された取組が企業ページと認定企業の一覧に載り、自社の紹介文、写真、ロゴ、求人のページへのリンクも加えられます。
    </p>
    <ButtonRow>
      <ButtonLink href={paths.company}>申請と認定の状況を見る</ButtonLink>
      <ButtonLink variant="secondary" href={paths.home}>
        制度の案内を見る
      </ButtonLink>
    </ButtonRow>
    {canTakeBack ? (
      <PostForm action={paths.publicityWithdrawal}>
        <p>前の認定のときの紹介文・写真・ロゴが残っています。いまは公開していません。</p>
        <Button variant="secondary">残っている紹介文・写真・ロゴを取り下げる</Button>
      </PostForm>
    ) : null}
  </Layout>
)
