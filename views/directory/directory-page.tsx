import type { VNode } from 'preact'
import { conditionWords } from '../../src/directory/condition-words.ts'
import { type DirectoryQuery, directoryUrl, emptyQuery } from '../../src/directory/directory-query.ts'
import type { EntryContent } from '../../src/directory/entry.ts'
import type { Listing } from '../../src/directory/listing.ts'
import { measures } from '../../src/directory/measures.ts'
import { longestSearch, type SearchText } from '../../src/directory/search-words.ts'
import { Notice } from '../components/notice.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { formatNumber } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { DirectoryForm } from './directory-form.tsx'
import { FoundCompanies, NothingFound } from './directory-results.tsx'

type Props = {
  readonly frame: PageFrame
  readonly honour: string
  readonly query: DirectoryQuery
  readonly search: SearchText
  readonly listing: Listing
  readonly entries: readonly EntryContent[]
  readonly near: readonly EntryContent[]
}

/** As many as one looks through without reading. */
const mostShortcuts = 8

const Shortcuts = ({ query, listing }: Props): VNode | null => {
  const offered = measures
    .map(({ id, label }) => ({ id, label, count: listing.counts.measures.get(id) ?? 0 }))
    .filter(({ id, count }) => count > 0 && count < listing.found && !query.measures.includes(id))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostShortcuts)
  return offered.length === 0 ? null : (
    <nav class="shortcuts" aria-label="取組から探す">
      <p class="shortcuts__title">取組から探す</p>
      <ul class="tag-list">
        {offered.map(({ id, label, count }) => (
          <li key={id}>
            <a class="tag tag--link" href={directoryUrl({ ...query, measures: [...query.measures, id], after: '' })}>
              {label} <span class="tag__count">{count}社</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Conditions = ({ query, listing }: Props): VNode | null =>
  listing.conditions.length === 0 ? null : (
    <div class="conditions">
      <h3 class="visually-hidden">いまの条件</h3>
      <ul class="tag-list">
        {listing.conditions.map((condition) => (
          <li key={`${condition.kind}-${condition.value}`}>
            <a class="tag tag--chosen" href={directoryUrl(condition.without)}>
              {conditionWords(condition)}
              <span class="tag__remove">を外す</span>
            </a>
          </li>
        ))}
      </ul>
      <a href={directoryUrl({ ...emptyQuery, sort: query.sort })}>条件をすべて外す</a>
    </div>
  )

const sortLabels = { newest: '認定の新しい順', kana: '五十音順' } as const

const Sorts = ({ query }: Pick<Props, 'query'>): VNode => (
  <nav class="sorts" aria-label="並べ替え">
    {(['newest', 'kana'] as const).map((sort) => (
      <a key={sort} href={directoryUrl({ ...query, sort, after: '' })} aria-current={sort === query.sort || undefined}>
        {sortLabels[sort]}
      </a>
    ))}
  </nav>
)

const Cautions = ({ search }: Pick<Props, 'search'>): VNode | null => {
  if (search.isEmpty) return <Notice tone="warning">記号や空白だけでは探せません。言葉を入力してください。</Notice>
  return search.isCut ? (
    <Notice tone="warning">
      長い言葉は、はじめの{longestSearch}文字、8つの言葉までで探しています。短い言葉のほうが見つかりやすくなります。
    </Notice>
  ) : null
}

const resultWords = ({ conditions, all, found }: Listing): string => {
  if (conditions.length === 0) return `認定企業 ${formatNumber(all)}社`
  return found === 0 ? '見つかりませんでした' : `${formatNumber(found)}社が見つかりました`
}

/** The certified companies, found by what they do. */
export const DirectoryPage = (props: Props): VNode => {
  const { frame, honour, listing, query } = props
  return (
    <Layout page={frame}>
      <PageHeading
        title={frame.title}
        lead={`働きやすい職場づくりの取組を市が確かめて認定した「${honour}」です。取組から、働く会社や取引先を探せます。`}
      />
      <DirectoryForm query={query} counts={listing.counts} />
      <Cautions search={props.search} />
      <Shortcuts {...props} />
      <section class="results" aria-labelledby="results">
        <div class="results__head">
          <h2 id="results">{resultWords(listing)}</h2>
          {listing.found > 1 ? <Sorts query={query} /> : null}
        </div>
        <Conditions {...props} />
        {listing.found === 0 ? <NothingFound {...props} /> : <FoundCompanies {...props} />}
      </section>
    </Layout>
  )
}
