import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Section } from '../components/section.tsx'

/** The standard as the edition has it. */
export type StandardFacts = {
  /** The parts of the checklist: how many items each has and with how many it passes. */
  readonly categories: readonly {
    readonly number: number
    readonly title: string
    readonly items: number
    readonly needed: number
  }[]
  readonly items: number
  readonly requiredCategories: number
  /** The fewest items with which the standard is met. */
  readonly fewestItems: number
  /** The declaration without which nobody can apply. */
  readonly condition: string
}

/** What has to be met, in one glance: the seven categories, and how many items make each pass. */
export const HomeStandard = ({ facts }: { readonly facts: StandardFacts }): VNode => (
  <Section title={`基準は、${facts.categories.length}分野のうち${facts.requiredCategories}分野`}>
    <p>
      分野の項目の半数以上に当てはまると、その分野は合格です。すべてに取り組んでいる必要はありません。得意な
      {facts.requiredCategories}分野があれば、基準に届きます。
    </p>
    <ol class="home-categories">
      {facts.categories.map(({ number, title, items, needed }) => (
        <li key={String(number)}>
          <span class="home-categories__title">{title}</span>
          <span class="home-categories__count">
            {items}項目のうち{needed}項目以上
          </span>
        </li>
      ))}
    </ol>
    <p>
      「{facts.condition}」ことが、申請の条件です。<a href={paths.guide('standard')}>審査基準をすべて見る</a>
    </p>
  </Section>
)
