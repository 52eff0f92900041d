import type { VNode } from 'preact'
import { itemText } from '../../src/checklist/index.ts'
import type { ResultCategory } from '../../src/selfcheck/result.ts'
import { markWords } from '../applications/item-words.tsx'
import { Section } from '../components/section.tsx'

/** Every item with its answer, for the paper that goes round in the company. */
export const AnswerList = ({
  categories,
  evaluationYear
}: {
  readonly categories: readonly ResultCategory[]
  readonly evaluationYear: number
}): VNode => (
  <Section title="答えの一覧">
    <div class="check-answers">
      {categories.map(({ number, title, passed, items }) => (
        <section class="check-answers__category" key={number} aria-labelledby={`answers-${number}`}>
          <h3 id={`answers-${number}`}>
            {number}　{title}
            {passed ? <span class="passed check-answers__passed">合格の見込み</span> : null}
          </h3>
          <ul>
            {items.map(({ item, mark }) => (
              <li class="check-answer" key={item.code} data-mark={mark ?? ''}>
                <span>
                  <span class="item__code">{item.code}</span> {itemText(item, evaluationYear)}
                </span>
                <strong class="check-answer__mark">{mark === null ? 'まだ分からない' : markWords[mark]}</strong>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </Section>
)
