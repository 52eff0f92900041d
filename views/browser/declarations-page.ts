import { autosave } from './autosave.ts'

const form = document.querySelector<HTMLFormElement>('form[data-autosave]')
if (form !== null) autosave(form)
