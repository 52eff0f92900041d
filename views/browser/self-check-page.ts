import { currentEdition } from '../../src/checklist/current-edition.ts'
import { encodeMarks } from '../../src/checklist/mark-code.ts'
import { chosenMarks } from './chosen-marks.ts'
import { type CategoryWords, selfCheckWords } from './self-check-words.ts'
import { showForecast, write } from './show-forecast.ts'

const form = document.querySelector<HTMLFormElement>('form[data-self-check]')

/** A part of the form by what its button says: a category by its number, or the condition at the end. */
const partOf = (name: string): HTMLElement | null =>
  document.getElementById(/^\d+$/.test(name) ? `category-${name}` : name)

const showCategory = ({ category, passed, verdict, answered }: CategoryWords): void => {
  const section = partOf(String(category.number))
  if (section === null) return
  section.dataset.passed = String(passed)
  write(section.querySelector('[data-verdict]'), verdict)
  write(section.querySelector('[data-answered]'), answered)
}

/** The address holds the answers, so that loading the page anew, or going back to it, loses nothing. */
const keepInAddress = (code: string | null): void =>
  history.replaceState(null, '', code === null ? location.pathname : `${location.pathname}?c=${code}`)

const judge = (answers: HTMLFormElement): void => {
  const typed = new FormData(answers)
  const complies = typed.get('complies') === 'yes'
  const { marks } = chosenMarks(currentEdition, (code) => String(typed.get(`mark.${code}`) ?? ''))
  const { forecast, categories, progress, decided } = selfCheckWords(currentEdition, marks)
  showForecast(forecast)
  categories.forEach(showCategory)
  write(document.querySelector('[data-progress-text]'), progress)
  const bar = document.querySelector('progress')
  if (bar !== null) bar.value = decided
  const isBlank = decided === 0 && !complies
  keepInAddress(isBlank ? null : encodeMarks({ edition: currentEdition, marks, complies }))
}

/** Opens the next part in place of the category just answered; its heading comes to where the eye is. */
const goOn = (from: Element, to: HTMLElement): void => {
  const answered = from.closest('details')
  if (answered !== null) answered.open = false
  if (to instanceof HTMLDetailsElement) to.open = true
  const target = to.querySelector('summary') ?? to
  target.focus({ preventScroll: true })
  to.scrollIntoView({ block: 'start', behavior: 'instant' })
}

if (form !== null) {
  form.addEventListener('change', () => judge(form))
  form.addEventListener('submit', (event) => {
    const { submitter } = event
    const next = submitter instanceof HTMLButtonElement && submitter.value !== '' ? partOf(submitter.value) : null
    if (submitter === null || next === null) return
    event.preventDefault()
    goOn(submitter, next)
  })
  // What the browser put back into the form when somebody came back counts too.
  addEventListener('pageshow', () => judge(form))
}
