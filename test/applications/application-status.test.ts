import { describe, expect, it } from 'vitest'
import {
  type ApplicationStatus,
  applicationStatuses,
  canMove,
  type Route,
  transitions
} from '../../src/applications/application-status.ts'

type Side = 'company' | 'secretariat'

const sides: readonly Side[] = ['company', 'secretariat']
const everyRoute: readonly (Route | null)[] = [null, 'examination', 'simplified']

const everyStep = applicationStatuses.flatMap((from) =>
  applicationStatuses.flatMap((to) => sides.flatMap((by) => everyRoute.map((route) => ({ from, to, by, route }))))
)

/** The whole machine, told by hand. */
const usual: readonly `${ApplicationStatus} → ${ApplicationStatus} by ${Side}`[] = [
  'draft → submitted by company',
  'draft → submitted by secretariat',
  'draft → withdrawn by company',
  'draft → withdrawn by secretariat',
  'submitted → screening by secretariat',
  'submitted → returned by secretariat',
  'submitted → awaiting_committee by secretariat',
  'submitted → withdrawn by company',
  'submitted → withdrawn by secretariat',
  'screening → returned by secretariat',
  'screening → awaiting_committee by secretariat',
  'screening → withdrawn by company',
  'screening → withdrawn by secretariat',
  'returned → submitted by company',
  'returned → submitted by secretariat',
  'returned → withdrawn by company',
  'returned → withdrawn by secretariat',
  'awaiting_committee → screening by secretariat',
  'awaiting_committee → heard by secretariat',
  'awaiting_committee → withdrawn by company',
  'awaiting_committee → withdrawn by secretariat',
  'heard → screening by secretariat',
  'heard → certified by secretariat',
  'heard → refused by secretariat',
  'heard → withdrawn by company',
  'heard → withdrawn by secretariat'
]

const nameOf = ({ from, to, by }: (typeof everyStep)[number]) => `${from} → ${to} by ${by}` as const

describe('the status table', () => {
  it('knows the usual steps for every application and one more for a renewal on the simplified way', () => {
    for (const step of everyStep) {
      const isShortcut = step.route === 'simplified' && nameOf(step) === 'screening → certified by secretariat'
      expect([step, canMove(step.from, step.to, step.by, step.route)]).toEqual([
        step,
        isShortcut || usual.includes(nameOf(step))
      ])
    }
  })

  it('asks for no way where none is named', () => {
    for (const { from, to, by } of everyStep) expect(canMove(from, to, by)).toBe(canMove(from, to, by, null))
  })

  it('leaves nothing that was decided or withdrawn', () => {
    const left = Object.values(transitions).flatMap(({ from, simplifiedFrom = [] }) => [...from, ...simplifiedFrom])
    for (const end of ['certified', 'refused', 'withdrawn'] as const) expect(left).not.toContain(end)
  })
})
