/** Milliseconds that a stop may take altogether before the process ends as it is. A supervisor waits longer. */
const deadline = 60_000

/**
 * Ends the process in order when it is told to: with 0 when everything was finished, with 1 when it was not within the
 * deadline or somebody asked a second time.
 * @returns whether a stop was asked for so far
 */
export const stopOnSignal = (stop: () => Promise<void>): (() => boolean) => {
  let stopping = false
  const onSignal = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), deadline).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1)
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  return () => stopping
}
