import type { Application } from '../applications/application.ts'
import type { FilledMarks } from '../applications/filled-marks.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** What happens to the answers of a self-check when a company carries them into an application. */
export type WayOn =
  /** Nothing is under way: an application begins with them. */
  | { readonly kind: 'begin' }
  /** A draft takes what it has no answer to. */
  | {
      readonly kind: 'fill'
      readonly applicationId: string
      readonly marks: Pick<FilledMarks, 'filled' | 'same' | 'kept'>
    }
  /** An application is being examined, or a renewal is under way: it takes none. */
  | { readonly kind: 'under-way'; readonly application: Application }
  /** The company is certified, and its way is the renewal; `opensOn` is null where it can be begun now. */
  | { readonly kind: 'renewal'; readonly opensOn: CalendarDate | null }
