import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** Asks once more before a membership ends, since the member loses sight of everything at once. */
export const MemberRemovalPage = ({
  frame,
  member
}: {
  readonly frame: PageFrame
  readonly member: { readonly id: string; readonly name: string; readonly email: string }
}): VNode => (
  <Layout page={frame}>
    <p>
      <strong>{member.name}</strong>さん（{member.email}）の任期を終えます。
    </p>
    <ul>
      <li>会議の資料と意見を、すぐに見られなくなります。</li>
      <li>これまでに入力された意見は、名前とともに残ります。</li>
      <li>同じメールアドレスで、あとから再び委員に加えられます。</li>
    </ul>
    <PostForm action={paths.committeeMemberRemoval(member.id)}>
      <ButtonRow>
        <Button variant="danger">任期を終える</Button>
        <ButtonLink variant="secondary" href={paths.committeeMembers}>
          委員の一覧へ戻る
        </ButtonLink>
      </ButtonRow>
    </PostForm>
  </Layout>
)
