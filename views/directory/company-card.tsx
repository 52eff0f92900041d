import type { VNode } from 'preact'
import type { EntryContent } from '../../src/directory/entry.ts'
import { paths } from '../../src/paths.ts'
import { Phrases } from '../components/phrases.tsx'
import { kindWords, renewalWords, sinceWords } from './company-facts.ts'
import { CompanyMark } from './company-mark.tsx'

/** As many measures as fit under a headline. */
const mostMeasures = 4

/** A certified company in a list: who it is, one thing it does, and since when. */
export const CompanyCard = ({
  entry,
  level = 3
}: {
  readonly entry: EntryContent
  readonly level?: 2 | 3 | undefined
}): VNode => {
  const { number, name, headline, logo, measures } = entry
  const more = measures.length - mostMeasures
  const link = (
    <a class="company-card__link" href={paths.publicCompany(number)}>
      <Phrases text={name} />
    </a>
  )
  const renewed = renewalWords(entry)
  return (
    <article class="company-card">
      <div class="company-card__head">
        <CompanyMark name={name} logoUrl={logo === null ? null : paths.companyPicture(number, 'logo', logo)} />
        <div>
          {level === 2 ? <h2 class="company-card__name">{link}</h2> : <h3 class="company-card__name">{link}</h3>}
          <p class="company-card__kind">{kindWords(entry)}</p>
        </div>
      </div>
      <p class="company-card__headline">{headline}</p>
      {measures.length === 0 ? null : (
        <ul class="tag-list">
          {measures.slice(0, mostMeasures).map((label) => (
            <li key={label} class="tag">
              {label}
            </li>
          ))}
          {more > 0 ? <li class="tag tag--more">ほか{more}件</li> : null}
        </ul>
      )}
      <p class="company-card__since">
        {sinceWords(entry)}認定{renewed === null ? null : `（${renewed}）`}
      </p>
    </article>
  )
}

/** Companies side by side where there is room. */
export const CompanyCardList = ({
  entries,
  level
}: {
  readonly entries: readonly EntryContent[]
  readonly level?: 2 | 3 | undefined
}): VNode => (
  <ul class="company-cards">
    {entries.map((entry) => (
      <li key={entry.number}>
        <CompanyCard entry={entry} level={level} />
      </li>
    ))}
  </ul>
)
