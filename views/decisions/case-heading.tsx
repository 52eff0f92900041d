import type { VNode } from 'preact'
import { PageHeading } from '../components/page-heading.tsx'
import { StatusTag, type Tone } from '../components/status-tag.tsx'

/** Which case a page about its decision is about. */
export type CaseHeadingProps = {
  readonly companyName: string
  readonly status: string
  readonly tone: Tone
  readonly number: string
  readonly submittedOn: string
}

/** The h1 of a page about a case's decision, with the case in one line. */
export const CaseHeading = ({
  title,
  companyName,
  status,
  tone,
  number,
  submittedOn
}: CaseHeadingProps & { readonly title: string }): VNode => (
  <PageHeading
    title={title}
    facts={[
      <StatusTag key="status" tone={tone}>
        {status}
      </StatusTag>,
      companyName,
      number,
      `受付 ${submittedOn}`
    ]}
  />
)
