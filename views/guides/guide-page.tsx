import type { VNode } from 'preact'
import type { GuideBlock } from '../../src/guides/guide-block.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { TwoColumn } from '../components/columns.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { GuideContent, GuideContents } from './guide-content.tsx'

type Link = { readonly href: string; readonly label: string }

/** One of the pages that explain the scheme, with the others at its side. */
export const GuidePage = ({
  frame,
  blocks,
  guides,
  current,
  changedOn,
  ways
}: {
  readonly frame: PageFrame
  readonly blocks: readonly GuideBlock[]
  readonly guides: readonly Link[]
  /** The path of this guide. */
  readonly current: string
  /** The day on which the city last changed the text, in words; null where the standard text stands. */
  readonly changedOn: string | null
  /** Where to go from here, the main way first; the secretariat gets to the editor. */
  readonly ways: readonly Link[]
}): VNode => (
  <Layout page={{ ...frame, showHeading: false }}>
    <TwoColumn
      side={
        <nav class="guide-list" aria-labelledby="guide-list">
          <h2 id="guide-list">制度の案内</h2>
          <ul>
            {guides.map(({ href, label }) => (
              <li key={href}>
                <a href={href} aria-current={href === current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      }
    >
      <PageHeading title={frame.title} />
      <GuideContents blocks={blocks} />
      <GuideContent blocks={blocks} />
      {changedOn === null ? null : <p class="guide-changed">最終更新　{changedOn}</p>}
      <ButtonRow>
        {ways.map(({ href, label }, index) => (
          <ButtonLink key={href} href={href} variant={index === 0 ? 'primary' : 'secondary'}>
            {label}
          </ButtonLink>
        ))}
      </ButtonRow>
    </TwoColumn>
  </Layout>
)
