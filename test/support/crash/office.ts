import type { WebAnswer, WebClient } from '../web-client.ts'
import type { Journal } from './journal.ts'

const heading = ({ body }: WebAnswer): string => body.match(/<h1[^>]*>(.*?)<\/h1>/)?.[1] ?? ''

const unexpected = (what: string, answer: WebAnswer): Error =>
  new Error(`${what} was answered with ${answer.status}: ${heading(answer)}`)

/** True when taken, null when the portal asks to come back; what an earlier, lost try may explain counts as taken. */
const outcomeOf = (what: string, answer: WebAnswer, again: boolean): true | null => {
  if (answer.status === 303) return true
  if (answer.status === 503) return null
  if (again && answer.status === 409) return true
  throw unexpected(what, answer)
}

/** Accepts what the evidence of a case bears out, then forwards it to the committee. */
export const examine = async (journal: Journal, client: WebClient, id: string): Promise<void> => {
  const page = `/cases/${id}`
  const act = async (action: string, again: boolean, changes: Readonly<Record<string, string>> = {}) => {
    const seen = await client.get(page)
    if (seen.status === 503) return null
    if (!seen.body.includes(`action="${page}/decisions"`)) return true
    // Both buttons stand in the form of the decisions.
    const html = seen.body.replaceAll(`action="${page}/decisions"`, `action="${action}"`)
    return outcomeOf(action, await client.submit(html, action, changes), again)
  }
  await journal.until('examination', id, (again) => act(`${page}/decisions`, again, { action: 'accept-borne-out' }))
  await journal.until('forwarding', id, (again) => act(`${page}/agenda`, again))
}

const meetingIn = (html: string, number: number): string | null =>
  html.match(new RegExp(`href="/meetings/([0-9a-f-]{36})"[^>]*>[^<]*第${number}回`))?.[1] ?? null

const callMeeting = (journal: Journal, client: WebClient, number: number, heldOn: string): Promise<string> =>
  journal.until('meeting', String(number), async () => {
    const list = await client.get('/meetings')
    if (list.status === 503) return null
    const called = meetingIn(list.body, number)
    if (called !== null) return called
    const answer = await client.submit(list.body, '/meetings', { number: String(number), heldOn, place: '市役所' })
    if (answer.status === 503) return null
    const id = answer.location?.match(/^\/meetings\/([0-9a-f-]{36})/)?.[1]
    if (id === undefined) throw unexpected('a meeting', answer)
    return id
  })

/** Calls a meeting for today, puts every case on its agenda and closes it: they are heard. */
export const holdMeeting = async (
  journal: Journal,
  client: WebClient,
  number: number,
  heldOn: string
): Promise<void> => {
  const id = await callMeeting(journal, client, number, heldOn)
  const page = `/meetings/${id}`
  await journal.until('agenda', String(number), async (again) => {
    const seen = await client.get(page)
    if (seen.status === 503) return null
    if (!seen.body.includes(`action="${page}/agenda"`)) return true
    return outcomeOf('the agenda', await client.submit(seen.body, `${page}/agenda`, { application: '' }), again)
  })
  await journal.until('closure', String(number), async () => {
    const seen = await client.get(`${page}/closure`)
    if (seen.status === 503) return null
    if (seen.status === 303) return true
    const consent = { confirmed: 'yes', nobodyCame: 'yes' }
    const answer = await client.submit(seen.body, `${page}/closure`, consent)
    // A case that came onto the agenda meanwhile is looked at first.
    return answer.status === 409 ? null : outcomeOf('the closure', answer, false)
  })
}

/** Decides on a case that was heard: certified, or refused with reasons. False while it was not heard. */
export const decide = (
  journal: Journal,
  client: WebClient,
  id: string,
  outcome: 'certified' | 'refused'
): Promise<boolean> => {
  const page = `/cases/${id}/decision`
  const wanted = { outcome, refusalReasons: '確認した範囲では基準に届きませんでした。', certificationReasons: '' }
  return journal.until(`decision-${outcome}`, id, async () => {
    const form = await client.get(page)
    if (form.status === 503) return null
    if (!form.body.includes(`action="${page}"`)) return true
    const check = await client.submit(form.body, page, { ...wanted, step: 'check' })
    if (check.status !== 200) return outcomeOf('the check of a decision', check, true)
    return outcomeOf('a decision', await client.submit(check.body, page, { step: 'decide' }), true)
  })
}
