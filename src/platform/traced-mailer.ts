import { SpanKind } from '@opentelemetry/api'
import type { Mailer } from './mailer.ts'
import { type Tracing, within } from './tracing.ts'

/** A mailer with a span for each mail that says of what kind it is, and neither to whom nor what about. */
export const tracedMailer = (mailer: Mailer, tracing: Tracing | null): Mailer => ({
  keepsCodes: mailer.keepsCodes,
  send: (mail) => {
    const step = { name: 'send mail', kind: SpanKind.CLIENT, attributes: { 'wlgb.mail.kind': mail.kind } }
    return within(tracing, step, () => mailer.send(mail))
  }
})
