import type { SpanExporter } from '@opentelemetry/sdk-trace-node'
import type { Clock } from './clock.ts'

/** Milliseconds between two lines of the log about a collector that does not take spans. */
const silence = 10 * 60_000

// What the collector answered may quote anything; a number or a code like ECONNREFUSED tells enough.
const codeOf = (error: Error | undefined): string => {
  const code: unknown = error === undefined ? undefined : Reflect.get(error, 'code')
  return typeof code === 'number' || (typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code)) ? ` (${code})` : ''
}

/** An exporter whose failures are told at most every ten minutes, without what the other side said. */
export const quietExporter = (exporter: SpanExporter, clock: Clock, report: (error: Error) => void): SpanExporter => {
  let toldAt = Number.NEGATIVE_INFINITY
  const tell = (error: Error | undefined): void => {
    const now = clock.now().getTime()
    if (now - toldAt < silence) return
    toldAt = now
    report(new Error(`the collector of traces did not take spans${codeOf(error)}; those are lost`))
  }
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.code !== 0) tell(result.error)
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve()
  }
}
