import type { VNode } from 'preact'
import { Notice } from '../components/notice.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { CaseHeading, type CaseHeadingProps } from './case-heading.tsx'

/** A case whose time for a decision has not come, or has passed. */
export const DecisionPendingPage = ({
  frame,
  heading,
  caseUrl,
  message
}: {
  readonly frame: PageFrame
  readonly heading: CaseHeadingProps
  readonly caseUrl: string
  readonly message: string
}): VNode => (
  <Layout page={frame}>
    <CaseHeading {...heading} title={frame.title} />
    <Notice tone="warning" title="いまは決定できません">
      <p>{message}</p>
    </Notice>
    <p>
      <a href={caseUrl}>案件の画面へ戻る</a>
    </p>
  </Layout>
)
