import { autosave } from './autosave.ts'
import { liveCategory } from './live-category.ts'

const form = document.querySelector<HTMLFormElement>('form[data-autosave]')
if (form !== null) {
  autosave(form)
  liveCategory(form, form.dataset.category ?? 'null')
}
