/**
 * Adds buttons that copy the text or the link beside them; without script it is marked and copied by hand. A page with
 * several puts each into a group of its own.
 */

const copy = async (area: HTMLTextAreaElement | HTMLInputElement): Promise<string> => {
  try {
    await navigator.clipboard.writeText(area.value)
    return 'コピーしました。'
  } catch {
    area.select()
    return 'コピーできませんでした。文字を選んであります。Ctrl＋C（Macは⌘＋C）でコピーしてください。'
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
  const group = button.closest('[data-copy-group]') ?? document
  const area = group.querySelector<HTMLTextAreaElement | HTMLInputElement>('[data-copied]')
  const status = group.querySelector<HTMLElement>('[data-copy-status]')
  if (area && status) {
    button.hidden = false
    button.addEventListener('click', async () => {
      status.textContent = await copy(area)
    })
  }
}
