/** What the runs did, for the report of a long one. */
const counts = new Map<string, number>()

/** Notes that something happened, in which manner. */
export const tally = (what: string, manner: string): void => {
  for (const key of [manner === 'race' ? 'race' : `${what}`, `(${manner})`]) counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Everything that was noted, the most frequent first. */
export const tallied = (): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].toSorted((one, other) => other[1] - one[1]))
