import { type EditionId, editions, type FormAnswers, readAnswers } from '../../src/checklist/index.ts'
import { type CategoryState, type CategorySurroundings, categoryState, type ItemState } from './category-state.ts'
import { showFieldErrors } from './field-errors.ts'
import { stepWords } from './progress-words.ts'
import { shareWords } from './share-words.ts'
import { all, showForecast, write } from './show-forecast.ts'

/** What the page hands to its script. */
type PageData = CategorySurroundings & { readonly edition: EditionId; readonly category: number }

/** Milliseconds in which a click that ended a field's editing is over. */
const afterClick = 250

const showFinding = ({ code, finding }: ItemState): void => {
  for (const box of all(`[data-finding="${code}"]`)) {
    box.hidden = finding === null
    box.dataset.tone = finding?.tone ?? 'calm'
    write(box.querySelector('[data-finding-title]'), finding?.title ?? '')
    write(box.querySelector('[data-finding-detail]'), finding?.detail ?? '')
    const change = box.querySelector<HTMLElement>('[data-finding-change]')
    if (change !== null) change.hidden = !finding?.offersAverage
  }
}

const showEvidence = ({ code, showsEvidence }: ItemState): void => {
  const block = document.getElementById(`item-${code}`)?.querySelector<HTMLElement>('.evidence')
  if (block) block.dataset.when = showsEvidence ? 'always' : 'checked'
}

const showShares = ({ evidence }: FormAnswers): void => {
  for (const output of all('[data-share]')) {
    const raw = evidence[output.dataset.share ?? ''] ?? {}
    write(output, shareWords(String(raw.men ?? ''), String(raw.women ?? '')))
  }
}

const show = (state: CategoryState, answers: FormAnswers): void => {
  showForecast(state.forecast)
  write(document.querySelector('[aria-current="step"] .step__status'), stepWords(state.progress, state.passed))
  state.items.forEach(showFinding)
  state.items.forEach(showEvidence)
  showShares(answers)
}

/** Chooses what a finding offers, instead of only leading to it. */
const followOffers = (form: HTMLFormElement): void =>
  form.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-choose]') : null
    const control = document.getElementById(link?.dataset.choose ?? '')
    if (!(control instanceof HTMLInputElement)) return
    event.preventDefault()
    control.checked = true
    control.dispatchEvent(new Event('change', { bubbles: true }))
    control.focus()
  })

/** Keeps forecast, steps, findings and messages of a category's page in step with what is typed. */
export const liveCategory = (form: HTMLFormElement, json: string): void => {
  const data: PageData = JSON.parse(json)
  const edition = editions[data.edition]
  const category = edition.categories.find(({ number }) => number === data.category)
  if (edition.rule !== 'categories' || category === undefined) return

  const judge = (): CategoryState => {
    const typed = new FormData(form)
    const answers = readAnswers(category.items, data.evaluationYear, (name) => typed.getAll(name).map(String))
    const state = categoryState(edition, category, answers, data)
    show(state, answers)
    return state
  }
  // A message while one still types would scold too early; one that no longer holds goes at once.
  form.addEventListener('input', () => showFieldErrors(form, judge().items, 'mend'))
  // Leaving a field for a button must not move the button away under the pointer: a new message waits for the click.
  form.addEventListener('change', () => setTimeout(() => showFieldErrors(form, judge().items, 'all'), afterClick))
  followOffers(form)
  judge()
}
