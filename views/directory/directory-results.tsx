import type { VNode } from 'preact'
import { conditionWords } from '../../src/directory/condition-words.ts'
import { type DirectoryQuery, directoryUrl, emptyQuery } from '../../src/directory/directory-query.ts'
import type { EntryContent } from '../../src/directory/entry.ts'
import { type Listing, pageSize } from '../../src/directory/listing.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Section } from '../components/section.tsx'
import { formatNumber } from '../format.ts'
import { CompanyCardList } from './company-card.tsx'

type Props = {
  readonly query: DirectoryQuery
  readonly listing: Listing
  readonly entries: readonly EntryContent[]
  /** Who misses one condition only. */
  readonly near: readonly EntryContent[]
}

const Loosening = ({ listing, near }: Pick<Props, 'listing' | 'near'>): VNode | null =>
  listing.droppable.length === 0 ? null : (
    <>
      <p>条件を一つ外すと、ほかの企業も見つかります。</p>
      <ul class="loosening">
        {listing.droppable.map(({ condition, found }) => (
          <li key={`${condition.kind}-${condition.value}`}>
            <a href={directoryUrl(condition.without)}>
              {conditionWords(condition)}を外して{formatNumber(found)}社を見る
            </a>
          </li>
        ))}
      </ul>
      {near.length === 0 ? null : (
        <Section title="条件に近い企業">
          <CompanyCardList entries={near} />
        </Section>
      )}
    </>
  )

/** In place of a list that would be empty: what to drop, and who comes near. */
export const NothingFound = (props: Props): VNode => (
  <EmptyState
    title={props.listing.all === 0 ? 'いま認定されている企業はありません' : 'すべての条件に合う企業はありません'}
  >
    {props.listing.all === 0 ? (
      <p>認定されると、その日からここで紹介します。</p>
    ) : (
      <>
        {props.listing.droppable.length === 0 ? (
          <p>
            別の言葉で探すか、
            <a href={directoryUrl(emptyQuery)}>認定企業{formatNumber(props.listing.all)}社をすべて見る</a>
            ことができます。言葉は、短くすると見つかりやすくなります。
          </p>
        ) : null}
        <Loosening {...props} />
      </>
    )}
  </EmptyState>
)

/** The companies of a page, the way to its neighbours, and what finds more where there are hardly any. */
export const FoundCompanies = (props: Props): VNode => {
  const { query, listing, entries } = props
  const last = listing.from + entries.length - 1
  const page = (after: string | null) => (after === null ? undefined : directoryUrl({ ...query, after }))
  const range = `${formatNumber(listing.from)}〜${formatNumber(last)}社目（全${formatNumber(listing.found)}社）`
  return (
    <>
      <CompanyCardList entries={entries} />
      <Pagination previous={page(listing.previous)} next={page(listing.next)} text={range} />
      {listing.found < pageSize && listing.near.length > 0 ? <Loosening {...props} /> : null}
    </>
  )
}
