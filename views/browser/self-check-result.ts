import './copy-text.ts'

/** Adds what only a script can do with a result: printing it by a button, and handing its link to the phone's own menu. */
const reveal = (selector: string, act: () => void): void => {
  const button = document.querySelector<HTMLButtonElement>(selector)
  if (button === null) return
  button.hidden = false
  button.addEventListener('click', act)
}

const link = document.querySelector<HTMLInputElement>('[data-copied]')?.value

reveal('[data-prints]', () => print())
// Closing the menu without choosing anything is no failure.
if (link !== undefined && 'share' in navigator)
  reveal('[data-shares]', () => void navigator.share({ title: document.title, url: link }).catch(() => undefined))
