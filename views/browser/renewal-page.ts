import { type Edition, editions, isEditionId, itemsOf, readAnswers } from '../../src/checklist/index.ts'
import { autosave } from './autosave.ts'
import { forecastWords } from './forecast-words.ts'
import { showForecast } from './show-forecast.ts'

const form = document.querySelector<HTMLFormElement>('form[data-autosave]')

/** Keeps the forecast of a renewal in step with its marks. */
const followMarks = (marked: HTMLFormElement, edition: Edition): void => {
  if (edition.rule !== 'categories') return
  marked.addEventListener('change', () => {
    const typed = new FormData(marked)
    const { marks } = readAnswers(itemsOf(edition), 0, (name) => typed.getAll(name).map(String))
    showForecast(forecastWords(edition, marks))
  })
}

if (form !== null) {
  autosave(form)
  const id = form.dataset.edition ?? ''
  if (isEditionId(id)) followMarks(form, editions[id])
}
