/** Adds a button that copies the text or the link of a page; without script it is marked and copied by hand. */
const area = document.querySelector<HTMLTextAreaElement | HTMLInputElement>('[data-copied]')
const button = document.querySelector<HTMLButtonElement>('[data-copies]')
const status = document.querySelector<HTMLElement>('[data-copy-status]')

const copy = async (text: string): Promise<string> => {
  try {
    await navigator.clipboard.writeText(text)
    return 'コピーしました。'
  } catch {
    area?.select()
    return 'コピーできませんでした。文字を選んであります。Ctrl＋C（Macは⌘＋C）でコピーしてください。'
  }
}

if (area && button && status) {
  button.hidden = false
  button.addEventListener('click', async () => {
    status.textContent = await copy(area.value)
  })
}
