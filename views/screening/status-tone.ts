import type { ApplicationStatus } from '../../src/applications/application-status.ts'
import type { Tone } from '../components/status-tag.tsx'

/** How each state of a case feels to the secretariat: blue waits for us, yellow for the company. */
export const statusTones: Readonly<Record<ApplicationStatus, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  screening: 'info',
  returned: 'warning',
  awaiting_committee: 'neutral',
  heard: 'info',
  certified: 'success',
  refused: 'error',
  withdrawn: 'neutral'
}
