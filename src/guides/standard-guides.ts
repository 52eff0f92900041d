import type { GuideSlug } from './guide.ts'
import { benefits } from './standard/benefits.ts'
import { contact } from './standard/contact.ts'
import { faq } from './standard/faq.ts'
import { procedure } from './standard/procedure.ts'
import { processingTime } from './standard/processing-time.ts'
import { standard } from './standard/standard.ts'

/** The texts that a city begins with, in Markdown. */
export const standardGuides: Readonly<Record<GuideSlug, string>> = {
  benefits,
  procedure,
  standard,
  'processing-time': processingTime,
  faq,
  contact
}
