import type { ComponentChildren, VNode } from 'preact'
import type { EntryCategory, EntryContent } from '../../src/directory/entry.ts'
import type { PictureKind } from '../../src/pictures/picture.ts'
import { RadarChart } from '../components/radar-chart.tsx'
import { Section } from '../components/section.tsx'

/** Where a picture of the company is served: the public page and the preview have it at different places. */
export type PictureUrl = (kind: PictureKind, sha256: string) => string

const Photo = ({ entry, pictureUrl }: { readonly entry: EntryContent; readonly pictureUrl: PictureUrl }) =>
  entry.photo === null ? null : (
    <figure class="company-photo">
      <img src={pictureUrl('photo', entry.photo.sha256)} alt={entry.photo.description} width={1600} height={900} />
    </figure>
  )

const OwnWords = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <blockquote class="own-words">{children}</blockquote>
)

const Category = ({ category }: { readonly category: EntryCategory }): VNode => (
  <article class={`deed${category.passed ? ' deed--passed' : ''}`}>
    <h3 class="deed__title">{category.strength ?? category.title}</h3>
    {category.practice === null ? null : <p>{category.practice}</p>}
    {category.ownWords.map((words) => (
      <OwnWords key={words}>
        <p>{words}</p>
      </OwnWords>
    ))}
  </article>
)

const isTold = ({ strength, practice }: EntryCategory): boolean => strength !== null || practice !== null

const Deeds = ({ entry }: { readonly entry: EntryContent }): VNode => {
  const told = entry.categories.filter(isTold)
  const inOrder = [...told.filter(({ passed }) => passed), ...told.filter(({ passed }) => !passed)]
  return (
    <Section title="市が確かめた取組">
      {entry.measures.length === 0 ? null : (
        <ul class="tag-list">
          {entry.measures.map((label) => (
            <li key={label} class="tag">
              {label}
            </li>
          ))}
        </ul>
      )}
      {inOrder.length === 0 ? (
        <p>{entry.headline}</p>
      ) : (
        <div class="deeds">
          {inOrder.map((category) => (
            <Category key={category.number} category={category} />
          ))}
        </div>
      )}
    </Section>
  )
}

/** The categories as a picture: none where no category is judged, as on the sheet of 2020. */
export const CategoryPicture = ({ entry }: { readonly entry: EntryContent }): VNode | null =>
  entry.categories.some(({ passed }) => passed) ? (
    <section class="company-picture">
      <h2 class="company-side__title">分野ごとの取組</h2>
      <RadarChart
        id="categories"
        title="分野ごとに、市が確かめた項目の割合"
        axes={entry.categories.map(({ shortTitle, ratio, passed }) => ({ label: shortTitle, ratio, passed }))}
      />
      <p class="company-side__note">外側ほど、多くの項目に取り組んでいます。緑は合格した分野です。</p>
    </section>
  ) : null

const Prose = ({ title, text }: { readonly title: string; readonly text: string | null }): VNode | null =>
  text === null ? null : (
    <Section title={title}>
      <p class="company-prose">{text}</p>
    </Section>
  )

/** What a certified company does and says: photo, own words, sentences by category, business and culture. */
export const CompanyStory = ({
  entry,
  pictureUrl
}: {
  readonly entry: EntryContent
  readonly pictureUrl: PictureUrl
}): VNode => (
  <>
    <Photo entry={entry} pictureUrl={pictureUrl} />
    {entry.words === '' ? null : (
      <section class="company-words" aria-label="企業からのひとこと">
        <OwnWords>
          <p class="company-prose">{entry.words}</p>
        </OwnWords>
      </section>
    )}
    <Deeds entry={entry} />
    <Prose title="会社の概要" text={entry.business} />
    <Prose title="社風・職場の雰囲気" text={entry.culture} />
  </>
)
