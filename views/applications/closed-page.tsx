import type { VNode } from 'preact'
import type { Difference } from '../../src/applications/differences.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** Says that an application cannot be changed any more, and where it stands. */
export const ClosedPage = ({
  frame,
  statusLabel,
  statusUrl,
  typed
}: {
  readonly frame: PageFrame
  readonly statusLabel: string
  readonly statusUrl: string
  /** What was sent just now and differs from what is stored: it is shown, so that nobody has to type it again. */
  readonly typed: readonly Difference[]
}): VNode => (
  <Layout page={frame}>
    <p>この申請は「{statusLabel}」のため、入力内容を変更できません。今回の入力は保存していません。</p>
    <p>ほかの担当者が、先に提出または取下げをした場合もあります。</p>
    {typed.length === 0 ? null : (
      <Section title="保存できなかった入力">
        <p>必要なときは、ここから写し取ってください。</p>
        <DefinitionList
          entries={typed.map((entry) => ({
            term: entry.label,
            description: <p class="lines">{entry.typed || '（空欄）'}</p>
          }))}
        />
      </Section>
    )}
    <ButtonRow>
      <ButtonLink href={statusUrl}>申請の状況を見る</ButtonLink>
    </ButtonRow>
  </Layout>
)
