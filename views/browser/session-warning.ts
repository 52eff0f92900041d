/**
 * Warns on pages with forms before the session ends, while going on is one press away. Without script a form that comes too
 * late is kept on the page that says so.
 */

/** Before the end of a session the page warns for so many seconds. */
const warnsBefore = 5 * 60
/** What a timer can wait at most, in seconds. */
const longest = 2_000_000

const ask = async (url: string): Promise<number> => {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' } })
    const answer: unknown = response.ok ? await response.json() : null
    const hasSeconds = typeof answer === 'object' && answer !== null && 'seconds' in answer
    return hasSeconds && typeof answer.seconds === 'number' ? answer.seconds : 0
  } catch {
    return 0
  }
}

const board = document.createElement('div')
board.className = 'session-warning'
board.setAttribute('role', 'alert')

const show = (words: string, ...more: readonly HTMLElement[]): void => {
  const notice = document.createElement('div')
  notice.className = 'notice notice--warning'
  const paragraph = document.createElement('p')
  paragraph.textContent = words
  notice.append(paragraph, ...more)
  board.replaceChildren(notice)
}

const watch = (url: string, seconds: number): void => {
  let usedSince = false
  document.addEventListener('session-used', () => {
    usedSince = true
  })

  const wait = (left: number): void => {
    board.replaceChildren()
    usedSince = false
    setTimeout(() => void warn(), Math.min(Math.max(left - warnsBefore, 0), longest) * 1000)
  }

  const goOn = async (): Promise<void> => {
    const left = await ask(url)
    if (left > warnsBefore) wait(left)
    else show('ログインをこれ以上延長できません。入力を保存して、もう一度ログインしてください。')
  }

  const warn = async (): Promise<void> => {
    // What was saved by itself in the meantime has prolonged the session already.
    if (usedSince) return goOn()
    const link = document.createElement('a')
    link.href = url
    link.target = '_blank'
    link.rel = 'noopener'
    link.textContent = 'ログインを続ける'
    link.addEventListener('click', (event) => {
      event.preventDefault()
      void goOn()
    })
    show('操作がないため、5分後にログインが終わります。入力を続けるときは、次を押してください。', link)
  }

  wait(seconds)
}

const { sessionUrl, sessionSeconds } = document.body.dataset
const main = document.querySelector('main')
if (sessionUrl !== undefined && main?.querySelector('form[method="post"]')) {
  main.append(board)
  watch(sessionUrl, Number(sessionSeconds))
}
