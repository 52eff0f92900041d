import { setTimeout as pause } from 'node:timers/promises'
import type { MailServer } from '../mail-server.ts'
import { applyOnce, type CompanyStory } from './company.ts'
import type { Journal } from './journal.ts'
import { decide, examine, holdMeeting } from './office.ts'
import { signIn } from './sign-in.ts'

/** The people of the office, as the portal is told of them at start. */
export const officials = { examiner: 'shinsa@city.example.jp', decider: 'kettei@city.example.jp' } as const

/** A load that runs until it is told that it is enough, and then finishes what it began. */
export type Load = {
  readonly stories: readonly CompanyStory[]
  readonly outcomes: ReadonlyMap<string, 'certified' | 'refused'>
  readonly meetings: () => number
  /** Lets no new company come; resolves when every case is decided. */
  readonly finish: () => Promise<void>
}

const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(new Date())

/** Companies that apply side by side, an official who examines, another who holds meetings and decides. */
export const runLoad = (journal: Journal, mails: MailServer, applicants: number): Load => {
  const stories: CompanyStory[] = []
  const outcomes = new Map<string, 'certified' | 'refused'>()
  const [toExamine, toHear]: [string[], string[]] = [[], []]
  let [enough, applying, examining, serial, meetings] = [false, true, true, 0, 0]

  const apply = async (): Promise<void> => {
    do {
      const story = await applyOnce(journal, mails, ++serial)
      stories.push(story)
      if (!story.withdrawn) toExamine.push(story.applicationId)
    } while (!enough)
  }

  const examineAll = async (): Promise<void> => {
    const client = await signIn(journal, mails, officials.examiner)
    while (applying || toExamine.length > 0) {
      const id = toExamine.shift()
      if (id === undefined) await pause(50)
      else {
        await examine(journal, client, id)
        toHear.push(id)
      }
    }
  }

  const decideAll = async (): Promise<void> => {
    const client = await signIn(journal, mails, officials.decider)
    while (examining || toHear.length > 0) {
      const heard = toHear.splice(0)
      if (heard.length === 0) {
        await pause(50)
        continue
      }
      await holdMeeting(journal, client, ++meetings, today())
      for (const id of heard) {
        const outcome = outcomes.size % 5 === 4 ? 'refused' : 'certified'
        outcomes.set(id, outcome)
        await decide(journal, client, id, outcome)
      }
    }
  }

  const all = Promise.all([
    Promise.all(Array.from({ length: applicants }, apply)).finally(() => {
      applying = false
    }),
    examineAll().finally(() => {
      examining = false
    }),
    decideAll()
  ])
  // Whoever fails is heard when the load is finished.
  all.catch(() => undefined)
  return {
    stories,
    outcomes,
    meetings: () => meetings,
    finish: async () => {
      enough = true
      await all
    }
  }
}
