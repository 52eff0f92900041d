let last: Promise<unknown> = Promise.resolve()

/** Does one piece of work after the other, in the order in which they come; one that fails does not hold up the next. */
export const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}
