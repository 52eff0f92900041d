import type { CertificationState } from '../../src/certificates/certification-record.ts'
import type { Tone } from '../components/status-tag.tsx'

/** The colour of a certification's state. */
export const stateTones: Readonly<Record<CertificationState, Tone>> = {
  certified: 'success',
  continued: 'success',
  upcoming: 'info',
  expired: 'neutral',
  surrendered: 'neutral',
  revoked: 'error'
}
