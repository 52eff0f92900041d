import { formTokenField } from '../components/form-token-field.ts'

/** What the server says of one upload: the list as it stands now, and what was not taken. */
type UploadAnswer = { readonly html: string; readonly problems: readonly { readonly message: string }[] }

type Outcome =
  | { readonly kind: 'answered'; readonly answer: UploadAnswer }
  | { readonly kind: 'failed'; readonly message: string; readonly signIn: boolean }

const sessionEnded =
  'ログインの有効時間が切れたため、添付できませんでした。ログインし直してから「もう一度送る」を押してください。'
const connectionLost =
  '通信が途切れたため、添付できませんでした。インターネットにつながっているかを確かめて、「もう一度送る」を押してください。'

const serverFailed = (status: number): string => {
  if (status === 429) return '短い時間に何度も送信されました。1分ほど待ってから「もう一度送る」を押してください。'
  if (status >= 500) return 'システムの不具合で添付できませんでした。時間をおいて「もう一度送る」を押してください。'
  return '添付できませんでした。画面を読み込み直してから、もう一度お試しください。'
}

const failed = (message: string, signIn = false): Outcome => ({ kind: 'failed', message, signIn })

const isAnswer = (value: unknown): value is UploadAnswer =>
  typeof value === 'object' && value !== null && 'html' in value && 'problems' in value

const outcomeOf = (request: XMLHttpRequest): Outcome => {
  if (request.status === 401) return failed(sessionEnded, true)
  try {
    const body: unknown = JSON.parse(request.responseText)
    if (isAnswer(body)) return { kind: 'answered', answer: body }
  } catch {
    // What is no JSON was written by something between us and the server.
  }
  return failed(serverFailed(request.status))
}

const send = ({ url, token }: Block, file: File, onProgress: (share: number) => void): Promise<Outcome> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total))
    request.addEventListener('load', () => resolve(outcomeOf(request)))
    request.addEventListener('error', () => resolve(failed(connectionLost)))
    request.addEventListener('abort', () => resolve(failed(connectionLost)))
    const body = new FormData()
    body.append(formTokenField, token)
    body.append('files', file)
    request.send(body)
  })

const element = <K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

/** The parts of one item's block that the script changes. */
type Block = {
  readonly input: HTMLInputElement
  readonly url: string
  readonly token: string
  readonly maxBytes: number
  readonly signInUrl: string
  readonly list: Element
  readonly status: Element
  readonly alert: Element
}

const showList = ({ list }: Block, html: string): void => {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  list.replaceChildren(...parsed.body.childNodes)
}

const showProgress = ({ status }: Block, file: File, position: string): ((share: number) => void) => {
  const bar = element('progress')
  bar.max = 100
  bar.value = 0
  bar.ariaLabel = `「${file.name}」の送信`
  status.replaceChildren(element('p', `「${file.name}」を送信しています${position}`), bar)
  return (share) => {
    bar.value = Math.round(share * 100)
  }
}

/** A notice with the problems, and a way to try again where trying again can help. */
const showProblems = (block: Block, messages: readonly string[], again: readonly File[], signIn: boolean): void => {
  block.alert.replaceChildren()
  if (messages.length === 0) return
  const notice = element('div')
  notice.className = 'notice notice--error'
  const body = element('div')
  body.className = 'notice__body'
  const list = element('ul')
  list.append(...messages.map((message) => element('li', message)))
  body.append(list)
  notice.append(body)
  if (signIn) {
    const link = element('a', 'ログイン画面を別のタブで開く')
    link.href = block.signInUrl
    link.target = '_blank'
    link.rel = 'noopener'
    const line = element('p')
    line.append(link)
    body.append(line)
  }
  if (again.length > 0) {
    const button = element('button', 'もう一度送る')
    button.type = 'button'
    button.className = 'button button--secondary button--small'
    button.addEventListener('click', () => void sendAll(block, again))
    body.append(button)
  }
  block.alert.replaceChildren(notice)
}

const tooLarge = (file: File, maxBytes: number): string =>
  `「${file.name}」は${Math.floor(maxBytes / 1024 / 1024)} MBを超えるため、添付できませんでした。小さくするか分けてから、もう一度選んでください`

/** Sends the files one after the other; a failure of one does not keep the others back. */
async function sendAll(block: Block, files: readonly File[]): Promise<void> {
  const messages = new Set(
    files.filter(({ size }) => size > block.maxBytes).map((file) => tooLarge(file, block.maxBytes))
  )
  const sendable = files.filter(({ size }) => size <= block.maxBytes)
  const again: File[] = []
  let signIn = false
  let added = 0
  const hadFocus = document.activeElement === block.input
  block.input.disabled = true
  showProblems(block, [], [], false)
  for (const [index, file] of sendable.entries()) {
    const position = sendable.length > 1 ? `（${sendable.length}個のうち${index + 1}個目）` : ''
    const outcome = await send(block, file, showProgress(block, file, position))
    if (outcome.kind === 'answered') {
      showList(block, outcome.answer.html)
      for (const { message } of outcome.answer.problems) messages.add(message)
      if (outcome.answer.problems.length === 0) added++
    } else {
      messages.add(outcome.message)
      signIn ||= outcome.signIn
      again.push(file)
    }
  }
  block.input.disabled = false
  block.input.value = ''
  if (hadFocus) block.input.focus()
  block.status.replaceChildren(...(added > 0 ? [element('p', `${added}個のファイルを添付しました。`)] : []))
  showProblems(block, [...messages], again, signIn)
}

const blockOf = (root: HTMLElement): Block | null => {
  const input = root.querySelector<HTMLInputElement>('input[type="file"]')
  const [list, status, alert] = ['list', 'status', 'alert'].map((part) =>
    root.querySelector(part === 'list' ? '[data-attachment-list]' : `[data-upload-${part}]`)
  )
  if (!input?.form || !list || !status || !alert) return null
  const { maxBytes, signInUrl } = root.dataset
  const { action: url } = input.form
  const token = String(new FormData(input.form).get(formTokenField) ?? '')
  return { input, url, token, maxBytes: Number(maxBytes), signInUrl: signInUrl ?? '', list, status, alert }
}

for (const root of document.querySelectorAll<HTMLElement>('[data-attachments]')) {
  const block = blockOf(root)
  if (block === null) continue
  for (const part of root.querySelectorAll<HTMLElement>('[data-without-script]')) part.hidden = true
  for (const part of root.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false
  block.input.addEventListener('change', () => void sendAll(block, [...(block.input.files ?? [])]))
}
