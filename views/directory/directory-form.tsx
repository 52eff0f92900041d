import type { VNode } from 'preact'
import { type DirectoryQuery, directoryCategories } from '../../src/directory/directory-query.ts'
import type { ChoiceCounts } from '../../src/directory/listing.ts'
import { measureGroups } from '../../src/directory/measures.ts'
import { longestSearch } from '../../src/directory/search-words.ts'
import { sizeBands } from '../../src/directory/size-band.ts'
import { paths } from '../../src/paths.ts'
import { industries } from '../../src/scheme/industries.ts'
import { Button } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { SelectField } from '../components/select-field.tsx'

type FormProps = { readonly query: DirectoryQuery; readonly counts: ChoiceCounts }

const counted = (label: string, count: number | undefined): string => `${label}（${count ?? 0}）`

const Box = ({
  name,
  value,
  label,
  count,
  checked
}: {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly count: number
  readonly checked: boolean
}): VNode => (
  <label class={`filter-box${count === 0 && !checked ? ' filter-box--none' : ''}`}>
    <input class="choice__input" type="checkbox" name={name} value={value} checked={checked} />
    <span>
      {label}
      <span class="filter-box__count">（{count}）</span>
    </span>
  </label>
)

const Boxes = ({ query, counts }: FormProps): VNode => (
  <div class="filter-boxes">
    {measureGroups.map(({ title, measures }) => (
      <fieldset key={title}>
        <legend class="filter-boxes__title">{title}</legend>
        {measures.map(({ id, label }) => (
          <Box
            key={id}
            name="measure"
            value={id}
            label={label}
            count={counts.measures.get(id) ?? 0}
            checked={query.measures.includes(id)}
          />
        ))}
      </fieldset>
    ))}
    <fieldset>
      <legend class="filter-boxes__title">合格した分野</legend>
      {directoryCategories.map(({ number, shortTitle }) => (
        <Box
          key={number}
          name="category"
          value={String(number)}
          label={shortTitle}
          count={counts.categories.get(number) ?? 0}
          checked={query.categories.includes(number)}
        />
      ))}
    </fieldset>
  </div>
)

/** The search: words, industry, size, and all measures and categories behind a disclosure. Works without script. */
export const DirectoryForm = ({ query, counts }: FormProps): VNode => {
  const chosen = query.measures.length + query.categories.length
  return (
    <search>
      <form class="directory-form" method="get" action={paths.companies}>
        {query.sort === 'newest' ? null : <input type="hidden" name="sort" value={query.sort} />}
        <div class="directory-form__words">
          <label class="field__label" for="q">
            言葉で探す
          </label>
          <div class="directory-form__row">
            <input
              class="input input--full"
              type="search"
              id="q"
              name="q"
              value={query.q}
              maxlength={longestSearch}
              placeholder="例：男性育休　テレワーク　製造"
              autocomplete="off"
            />
            <Button>探す</Button>
          </div>
        </div>
        <div class="directory-form__selects">
          <SelectField
            name="industry"
            label="業種"
            placeholder="すべての業種"
            value={query.industry ?? ''}
            options={industries
              .filter(({ code }) => (counts.industries.get(code) ?? 0) > 0 || code === query.industry)
              .map(({ code, name }) => ({ value: code, label: counted(name, counts.industries.get(code)) }))}
          />
          <SelectField
            name="size"
            label="従業員の規模"
            placeholder="すべての規模"
            value={query.size ?? ''}
            options={sizeBands.map(({ id, label }) => ({ value: id, label: counted(label, counts.sizes.get(id)) }))}
          />
        </div>
        <Disclosure summary={chosen === 0 ? '取組や分野を選んで絞り込む' : `取組や分野で絞り込み中（${chosen}件）`}>
          <Boxes query={query} counts={counts} />
          <Button variant="secondary">この条件で絞り込む</Button>
        </Disclosure>
      </form>
    </search>
  )
}
