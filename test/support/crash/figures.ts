import type { Journal } from './journal.ts'
import type { Load } from './load.ts'
import type { MailReport } from './mail-complaints.ts'

/** What a run of the load came to, in numbers. */
export const figuresOf = (journal: Journal, load: Load, { late, report }: { late: number; report: MailReport }) => {
  const deeds = journal.deeds()
  return {
    requests: journal.requests,
    deedsAcknowledged: deeds.filter(({ acknowledged }) => acknowledged).length,
    deedsTriedAgain: deeds.filter(({ tries }) => tries > 1).length,
    applications: load.stories.length,
    decisions: load.outcomes.size,
    mails: report.queued,
    mailsLeftAtTheEnd: late,
    secondCopies: report.copies
  }
}

/** The middle one and the longest of several durations in milliseconds. */
export const spreadOf = (durations: readonly number[]) => {
  const sorted = [...durations].sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)], longest: sorted.at(-1) }
}

/** Shows figures beside the test's result. */
export const show = (title: string, figures: object): void => {
  process.stdout.write(`${title}: ${JSON.stringify(figures)}\n`)
}
