import type { VNode } from 'preact'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** Says that an application cannot be changed any more, and where it stands. */
export const ClosedPage = ({
  frame,
  statusLabel,
  statusUrl
}: {
  readonly frame: PageFrame
  readonly statusLabel: string
  readonly statusUrl: string
}): VNode => (
  <Layout page={frame}>
    <p>この申請は「{statusLabel}」のため、入力内容を変更できません。今回の入力は保存していません。</p>
    <p>ほかの担当者が、先に提出または取下げをした場合もあります。</p>
    <ButtonRow>
      <ButtonLink href={statusUrl}>申請の状況を見る</ButtonLink>
    </ButtonRow>
  </Layout>
)
