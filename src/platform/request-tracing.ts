import {
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Context as TraceContext,
  trace
} from '@opentelemetry/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { makeRouteOf, type RequestRoute } from './request-route.ts'
import type { Tracing } from './tracing.ts'

// Version, trace, span and flags, as W3C Trace Context writes them; later versions may add more at the end.
const parentFormat = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/

/**
 * The span of a proxy in front that a request continues. Only a proxy that TRUST_PROXY names is believed: with a header of
 * their own anybody could put requests into other traces, or leave theirs unrecorded.
 */
const parentOf = ({ headers, ips = [] }: FastifyRequest): TraceContext => {
  const throughTrusted = ips.length > 1
  const sent = throughTrusted && typeof headers.traceparent === 'string' ? headers.traceparent : ''
  const [, traceId = '', spanId = '', flags = ''] = sent.match(parentFormat) ?? []
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
  return trace.isSpanContextValid(parent) ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT
}

const finish = (span: Span, { method, route }: RequestRoute, reply: FastifyReply): void => {
  const status = reply.statusCode
  span.updateName(`${method ?? 'HTTP'} ${route ?? '(none)'}`)
  span.setAttributes({ 'http.request.method': method ?? '_OTHER', ...(route === null ? {} : { 'http.route': route }) })
  if (reply.raw.headersSent) span.setAttribute('http.response.status_code', status)
  if (!reply.raw.writableEnded) span.setAttribute('error.type', 'aborted')
  else if (status >= 500) {
    span.setAttribute('error.type', String(status))
    span.setStatus({ code: SpanStatusCode.ERROR })
  }
  span.end()
}

/**
 * Makes a span of every request, told by the pattern of its route and its status alone, and puts the trace into the lines
 * of the log about it. Comes before every other hook, so that what they refuse has one too.
 */
export const addRequestTracing = (app: FastifyInstance, { tracer }: Tracing): void => {
  const routeOf = makeRouteOf(app)
  app.addHook('onRequest', (request, reply, done) => {
    const span = tracer.startSpan('HTTP', { kind: SpanKind.SERVER }, parentOf(request))
    request.log = request.log.child({ traceId: span.spanContext().traceId })
    reply.log = request.log
    // Also when whoever asked went away before the answer was whole.
    reply.raw.once('close', () => finish(span, routeOf(request), reply))
    done()
  })
}
