/**
 * Does something for each of many, one after the other and each by itself: one that fails keeps none of the others from it.
 * @param work tells whether there was anything to do: somebody else may have been faster
 * @returns for how many it was done
 * @throws after all others, when one failed, so that the queue tries again
 */
export const workThrough = async (
  ids: readonly string[],
  work: (id: string) => Promise<boolean>,
  report: (error: unknown) => void
): Promise<number> => {
  let [done, failed] = [0, 0]
  for (const id of ids)
    try {
      if (await work(id)) done++
    } catch (error) {
      failed++
      report(error)
    }
  if (failed > 0) throw new Error(`${failed} of ${ids.length} could not be worked on`)
  return done
}
