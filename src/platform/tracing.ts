import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type Attributes,
  ROOT_CONTEXT,
  type SpanKind,
  SpanStatusCode,
  type Context as TraceContext,
  type Tracer,
  trace
} from '@opentelemetry/api'
import type { Clock } from './clock.ts'
import { quietExporter } from './span-export.ts'
import { portalVersion } from './version.ts'

/** Where spans go: the base address of a collector that speaks OTLP over HTTP, and as whose. */
export type TracingSettings = { readonly endpoint: string; readonly serviceName: string }

/**
 * Makes spans and sends them in batches. Nothing of it is global: what libraries would tell of themselves through
 * OpenTelemetry (queries with their values, addresses) goes nowhere.
 */
export type Tracing = {
  readonly tracer: Tracer
  /** The span that the work at hand belongs to. */
  readonly current: AsyncLocalStorage<TraceContext>
  /** Sends what is left, for a few seconds at most. */
  readonly stop: () => Promise<void>
}

/** A piece of work as a span tells it: never with a value that somebody typed. */
export type Step = { readonly name: string; readonly kind: SpanKind; readonly attributes: Attributes }

/** Milliseconds that handing over one batch may take, tries included; a stop waits no longer for the last. */
const mostForExport = 3000

/**
 * Loads what makes and sends spans; without a call nothing of it is loaded.
 * @param report told now and then that the collector does not take them; requests never notice
 */
export const openTracing = async (
  { endpoint, serviceName }: TracingSettings,
  clock: Clock,
  report: (error: Error) => void
): Promise<Tracing> => {
  const [{ NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources')
    ])
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`
  const exporter = quietExporter(new OTLPTraceExporter({ url, timeoutMillis: mostForExport }), clock, report)
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': portalVersion }),
    spanProcessors: [new BatchSpanProcessor(exporter)]
  })
  return {
    tracer: provider.getTracer('portal', portalVersion),
    current: new AsyncLocalStorage(),
    stop: () =>
      Promise.race([provider.shutdown().catch(() => undefined), pause(mostForExport, undefined, { ref: false })])
  }
}

/**
 * Does a piece of work within a span, below the one at hand. How it ended stands in it, and what kind of error it threw;
 * the words of an error may quote a person and are left out.
 * @param work is told the trace that it belongs to, for its lines in the log; null without tracing
 */
export const within = async <T>(
  tracing: Tracing | null,
  { name, kind, attributes }: Step,
  work: (traceId: string | null) => Promise<T>
): Promise<T> => {
  if (tracing === null) return work(null)
  const above = tracing.current.getStore() ?? ROOT_CONTEXT
  const span = tracing.tracer.startSpan(name, { kind, attributes }, above)
  try {
    const done = await tracing.current.run(trace.setSpan(above, span), () => work(span.spanContext().traceId))
    span.setAttribute('wlgb.outcome', 'done')
    return done
  } catch (error) {
    span.setAttributes({ 'wlgb.outcome': 'failed', 'error.type': error instanceof Error ? error.name : '_OTHER' })
    span.setStatus({ code: SpanStatusCode.ERROR })
    throw error
  } finally {
    span.end()
  }
}
