import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

const attribute = z.object({
  key: z.string(),
  value: z.object({ stringValue: z.string().optional(), intValue: z.coerce.number().optional() })
})
const attributes = z
  .array(attribute)
  .transform(
    (list): Readonly<Record<string, unknown>> =>
      Object.fromEntries(list.map(({ key, value }) => [key, value.stringValue ?? value.intValue]))
  )

const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes,
  status: z.object({ code: z.number(), message: z.string().optional() })
})

const exported = z.object({
  resourceSpans: z.array(
    z.object({ resource: z.object({ attributes }), scopeSpans: z.array(z.object({ spans: z.array(span) })) })
  )
})

/** A span as it arrived; status 0 is unset, 2 an error. */
export type ReceivedSpan = z.infer<typeof span>

/** A collector of OpenTelemetry of the test. */
export type SpanCollector = {
  readonly url: string
  readonly spans: () => readonly ReceivedSpan[]
  readonly services: () => readonly unknown[]
  /** Everything that was sent, as it was written. */
  readonly payload: () => string
  /** The paths that were posted to. */
  readonly paths: ReadonlySet<string>
  readonly close: () => Promise<void>
}

/**
 * Opens a collector on any free port of this machine.
 * @param refusal what it answers, with 400, in place of taking spans
 */
export const openSpanCollector = async (refusal: string | null = null): Promise<SpanCollector> => {
  const bodies: unknown[] = []
  const paths = new Set<string>()
  const server = createServer((request, response) => {
    json(request).then(
      (body) => {
        paths.add(`${request.method} ${request.url}`)
        bodies.push(body)
        response.statusCode = refusal === null ? 200 : 400
        response.setHeader('content-type', 'application/json').end(refusal ?? '{}')
      },
      () => response.destroy()
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the collector has no port')
  const received = () => bodies.flatMap((body) => exported.parse(body).resourceSpans)
  return {
    url: `http://127.0.0.1:${address.port}`,
    spans: () => received().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    services: () => received().map(({ resource }) => resource.attributes['service.name']),
    payload: () => JSON.stringify(bodies),
    paths,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
