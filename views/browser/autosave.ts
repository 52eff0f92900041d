import { isRetried, readSaveAnswer, type SaveAnswer, secondsBeforeTry } from './save-answer.ts'
import { saveBoard } from './save-board.ts'
import { savedWords } from './save-words.ts'
import { copyAt, entriesOf, fillForm, holdSame } from './typed-copy.ts'

/** Milliseconds after which a pause in typing, or a finished field, is saved. */
const afterTyping = 1500
const afterChange = 300
/** What a leaving page may still send is limited to 64 kilobytes by browsers. */
const mostKeptAlive = 60_000
const patience = 20_000
/** How long a link waits for the save before it leads on all the same. */
const mostWait = 3000

const send = async (form: HTMLFormElement, body: string): Promise<SaveAnswer> => {
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      keepalive: body.length < mostKeptAlive,
      signal: AbortSignal.timeout(patience)
    })
    return readSaveAnswer(response.status, await response.json().catch(() => null))
  } catch {
    return { kind: 'offline' }
  }
}

const bodyOf = (form: HTMLFormElement): string =>
  new URLSearchParams(entriesOf(form).map(([name, value]) => [name, value])).toString()

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

const setVersion = (form: HTMLFormElement, version: number): void => {
  const field = form.elements.namedItem('version')
  if (field instanceof HTMLInputElement) field.value = String(version)
}

/** The keeper of one form: it knows whether everything typed is saved, and saves it. */
const keeperOf = (form: HTMLFormElement) => {
  const board = saveBoard(form.dataset.signInUrl ?? '/')
  const copy = copyAt(`typed:${location.pathname}`, sessionStorage)
  let [edits, savedEdits, failures] = [0, 0, 0]
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<SaveAnswer> | null = null
  let stopped = false

  const isDirty = (): boolean => edits > savedEdits

  const schedule = (milliseconds: number): void => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void save(), milliseconds)
  }

  const settle = (answer: SaveAnswer, sentEdits: number): void => {
    if (answer.kind !== 'saved') {
      board.fail(answer)
      failures += 1
      stopped = answer.kind === 'conflict' || answer.kind === 'closed'
      if (isRetried(answer.kind)) schedule(secondsBeforeTry(failures) * 1000)
      return
    }
    failures = 0
    document.dispatchEvent(new Event('session-used'))
    savedEdits = sentEdits
    setVersion(form, answer.version)
    board.clear()
    board.say(savedWords(answer.savedAt, new Date()))
    if (isDirty()) schedule(afterChange)
    else copy.drop()
  }

  const run = async (): Promise<SaveAnswer> => {
    const sentEdits = edits
    board.say('保存しています…')
    const answer = await send(form, bodyOf(form))
    settle(answer, sentEdits)
    return answer
  }

  /** One save at a time: the next one needs the version that the one before was given. */
  const save = async (): Promise<SaveAnswer> => {
    clearTimeout(timer)
    if (running !== null) {
      const answer = await running
      if (answer.kind !== 'saved' || !isDirty()) return answer
    }
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  return {
    save,
    isDirty,
    isBusy: () => isDirty() || running !== null,
    isStopped: () => stopped,
    edited: (milliseconds: number): void => {
      edits += 1
      copy.keep(entriesOf(form))
      schedule(milliseconds)
    },
    /** Puts back what an earlier visit could not save. The old version goes with it, so that nobody is overwritten. */
    restore: (): boolean => {
      const typed = copy.read()
      const differs = typed !== null && !holdSame(typed, entriesOf(form))
      if (!differs) copy.drop()
      else fillForm(form, typed)
      return differs
    },
    board
  }
}

type Keeper = ReturnType<typeof keeperOf>

/** A submitted form is saved first, so that the page is left only when the server has everything. */
const saveBeforeSubmitting = (form: HTMLFormElement, keeper: Keeper): void => {
  let passes = false
  form.addEventListener('submit', (event) => {
    if (passes || keeper.isStopped() || !keeper.isBusy()) return
    event.preventDefault()
    const { submitter } = event
    void keeper.save().then(({ kind }) => {
      if (isRetried(kind) || kind === 'closed') return
      passes = true
      form.requestSubmit(submitter)
      passes = false
    })
  })
}

const linkOf = (event: MouseEvent): HTMLAnchorElement | null => {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!isPlain || link === null || link.target !== '' || link.origin !== location.origin) return null
  return link.pathname === location.pathname ? null : link
}

/** The next page shows what was typed here, so a link waits a moment for the save. */
const saveBeforeLeaving = (keeper: Keeper): void => {
  document.addEventListener('click', (event) => {
    const link = linkOf(event)
    if (link === null || event.defaultPrevented || keeper.isStopped() || !keeper.isBusy()) return
    event.preventDefault()
    void Promise.race([keeper.save(), pause(mostWait)]).then(() => location.assign(link.href))
  })
  addEventListener('pagehide', () => {
    if (keeper.isDirty() && !keeper.isStopped()) void keeper.save()
  })
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}

/** So does another form of the page: who signs out is let in to save nothing any more. */
const saveBeforeOtherForms = (own: HTMLFormElement, keeper: Keeper): void => {
  let passes = false
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (!(form instanceof HTMLFormElement) || form === own || event.defaultPrevented) return
    if (passes || keeper.isStopped() || !keeper.isBusy()) return
    event.preventDefault()
    void Promise.race([keeper.save(), pause(mostWait)]).then(() => {
      passes = true
      form.requestSubmit(submitter)
      passes = false
    })
  })
}

const saveWhenPossibleAgain = (keeper: Keeper): void => {
  const retry = (): void => {
    if (keeper.isDirty() && !keeper.isStopped()) void keeper.save()
  }
  addEventListener('online', retry)
  addEventListener('focus', retry)
  document.addEventListener('visibilitychange', retry)
}

/** Fields of other forms may stand within this one; what happens to them is not its business. */
const isOwn = (form: HTMLFormElement, { target }: Event): boolean =>
  target instanceof Element && [...form.elements].includes(target)

/** Saves a form as it is filled in. Without this script its buttons do. */
export const autosave = (form: HTMLFormElement): void => {
  const keeper = keeperOf(form)
  form.addEventListener('input', (event) => isOwn(form, event) && keeper.edited(afterTyping))
  form.addEventListener('change', (event) => isOwn(form, event) && keeper.edited(afterChange))
  saveBeforeSubmitting(form, keeper)
  saveBeforeLeaving(keeper)
  saveBeforeOtherForms(form, keeper)
  saveWhenPossibleAgain(keeper)
  if (!keeper.restore()) return
  keeper.edited(afterChange)
  keeper.board.say('前回保存できなかった入力を戻しました')
}
