import type { VNode } from 'preact'
import { type Category, type Item, itemText, type Marks, markName } from '../../src/checklist/index.ts'
import { examplesOf } from '../../src/selfcheck/examples.ts'
import { ItemHint, markOptions } from '../applications/item-words.tsx'
import type { CategoryWords } from '../browser/self-check-words.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ItemQuestion } from '../components/item-question.tsx'

const undecided = { value: '', label: 'まだ分からない' }

/** The boxes that the paper prints beside an item stand on the application's page only when it is ticked; here they say what counts. */
const Hint = ({ item }: { readonly item: Item }): VNode => {
  const examples = examplesOf(item)
  return (
    <>
      <ItemHint item={item} />
      {examples.length === 0 ? null : (
        <ul>
          {[...examples, 'このほかの取組'].map((example) => (
            <li key={example}>{example}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const Question = ({
  item,
  marks,
  evaluationYear
}: {
  readonly item: Item
  readonly marks: Marks
  readonly evaluationYear: number
}): VNode => (
  <ItemQuestion
    code={item.code}
    level={3}
    text={itemText(item, evaluationYear)}
    name={markName(item.code)}
    id={markName(item.code)}
    hint={<Hint item={item} />}
    options={[...markOptions(item), undecided]}
    value={marks[item.code] ?? ''}
  />
)

const Next = ({ next }: { readonly next: Category | null }): VNode =>
  next === null ? (
    <Button name="go" value="condition" variant="secondary">
      申請の条件へ進む
    </Button>
  ) : (
    <Button name="go" value={String(next.number)} variant="secondary">
      {`次の分野「${next.shortTitle}」へ進む`}
    </Button>
  )

/** One category: closed, a line that says how it stands; open, its items. Its button leads on to the next. */
export const CategorySection = ({
  words,
  marks,
  evaluationYear,
  next,
  open
}: {
  readonly words: CategoryWords
  readonly marks: Marks
  readonly evaluationYear: number
  readonly next: Category | null
  readonly open: boolean
}): VNode => (
  <details class="check" id={`category-${words.category.number}`} data-passed={String(words.passed)} open={open}>
    <summary class="check__summary">
      <span class="check__number">{words.category.number}</span>
      <h2 class="check__title">{words.category.title}</h2>
      <span class="check__state">
        <span class="check__verdict" data-verdict>
          {words.verdict}
        </span>
        <span data-answered>{words.answered}</span>
      </span>
    </summary>
    <div class="check__body">
      {words.category.items.map((item) => (
        <Question key={item.code} item={item} marks={marks} evaluationYear={evaluationYear} />
      ))}
      <ButtonRow>
        <Next next={next} />
      </ButtonRow>
    </div>
  </details>
)
