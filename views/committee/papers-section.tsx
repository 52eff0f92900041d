import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { formatDateTime, formatFileSize } from '../format.ts'

/** The papers as they were made last. */
export type ShownPapers = { readonly pages: number; readonly size: number; readonly madeAt: Date }

const Making = ({ meetingId, made }: { readonly meetingId: string; readonly made: boolean }): VNode => (
  <PostForm action={paths.meetingPapers(meetingId)}>
    <ButtonRow>
      <Button variant="secondary">{made ? '資料を作り直す' : '資料を作る'}</Button>
    </ButtonRow>
  </PostForm>
)

/** The papers as one PDF, with the day as of which they stand; the secretariat can make them anew. */
export const PapersSection = ({
  meetingId,
  papers,
  canMake,
  isOutdated
}: {
  readonly meetingId: string
  readonly papers: ShownPapers | null
  readonly canMake: boolean
  /** Whether the agenda changed since they were made. */
  readonly isOutdated: boolean
}): VNode | null =>
  papers === null && !canMake ? null : (
    <Section title="資料">
      {papers === null ? (
        <p>資料はまだ作っていません。資料の準備ができたことを委員に知らせるときにも、自動で作ります。</p>
      ) : (
        <>
          <p>
            <a href={paths.meetingPapers(meetingId)}>
              資料を読む（PDF、{papers.pages}ページ、{formatFileSize(papers.size)}）
            </a>
          </p>
          <p>{formatDateTime(papers.madeAt)}現在の内容です。</p>
        </>
      )}
      {isOutdated && canMake ? (
        <Notice tone="warning" title="資料を作ったあとに議題が変わりました">
          <p>いまの議題で読めるように、資料を作り直してください。</p>
        </Notice>
      ) : null}
      {canMake ? <Making meetingId={meetingId} made={papers !== null} /> : null}
    </Section>
  )
