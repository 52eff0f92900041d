import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** Why a renewal cannot be begun, and what can be done instead. */
export const RenewalRefusedPage = ({
  frame,
  reason,
  wayOn,
  canApplyAnew
}: {
  readonly frame: PageFrame
  readonly reason: string
  readonly wayOn: { readonly label: string; readonly href: string } | null
  readonly canApplyAnew: boolean
}): VNode => (
  <Layout page={frame}>
    <p>{reason}</p>
    {wayOn === null ? null : (
      <ButtonRow>
        <ButtonLink href={wayOn.href}>{wayOn.label}</ButtonLink>
      </ButtonRow>
    )}
    {canApplyAnew ? (
      <PostForm action={paths.applications}>
        <ButtonRow>
          <Button>新しく認定を申請する</Button>
        </ButtonRow>
      </PostForm>
    ) : null}
    <p>
      <a href={paths.company}>申請と認定の画面に戻る</a>
    </p>
  </Layout>
)
