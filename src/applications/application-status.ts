/** Every state of an application, from the first entry to the decision. */
export const applicationStatuses = [
  'draft',
  'submitted',
  'screening',
  'returned',
  'awaiting_committee',
  'heard',
  'certified',
  'refused',
  'withdrawn'
] as const

export type ApplicationStatus = (typeof applicationStatuses)[number]

/** The two ways of a renewal: decided by the secretariat alone, or examined like an initial application. */
export const routes = ['simplified', 'examination'] as const

export type Route = (typeof routes)[number]

/** What a person reads for each way. */
export const routeLabels: Readonly<Record<Route, string>> = { simplified: '再審査なし', examination: '要審査' }

/** What moves an application from one state to another. */
export type Transition = {
  readonly from: readonly ApplicationStatus[]
  /** From where a renewal on the simplified way comes in besides, because the committee is not asked. */
  readonly simplifiedFrom?: readonly ApplicationStatus[]
  readonly by: readonly ('company' | 'secretariat')[]
}

/**
 * The status machine as data: how each state is entered, from which and by whom. Use cases ask it before they change
 * anything, pages ask it which buttons to show.
 */
export const transitions: Readonly<Record<ApplicationStatus, Transition>> = {
  draft: { from: [], by: ['company', 'secretariat'] },
  submitted: { from: ['draft', 'returned'], by: ['company', 'secretariat'] },
  screening: { from: ['submitted', 'awaiting_committee', 'heard'], by: ['secretariat'] },
  returned: { from: ['submitted', 'screening'], by: ['secretariat'] },
  awaiting_committee: { from: ['submitted', 'screening'], by: ['secretariat'] },
  heard: { from: ['awaiting_committee'], by: ['secretariat'] },
  certified: { from: ['heard'], simplifiedFrom: ['screening'], by: ['secretariat'] },
  refused: { from: ['heard'], by: ['secretariat'] },
  withdrawn: {
    from: ['draft', 'submitted', 'screening', 'returned', 'awaiting_committee', 'heard'],
    by: ['company', 'secretariat']
  }
}

/** What a person reads for each state. */
export const statusLabels: Readonly<Record<ApplicationStatus, string>> = {
  draft: '入力中',
  submitted: '受付',
  screening: '確認中',
  returned: '照会中（補正のお願い）',
  awaiting_committee: '委員会待ち',
  heard: '決定待ち',
  certified: '認定',
  refused: '不認定',
  withdrawn: '取下げ'
}

/**
 * Whether an application in this state can move to the other, by this side.
 * @param route the way chosen for a renewal; null for initial applications and while nobody chose
 */
export const canMove = (
  from: ApplicationStatus,
  to: ApplicationStatus,
  by: 'company' | 'secretariat',
  route: Route | null = null
): boolean => {
  const { from: always, simplifiedFrom = [], by: sides } = transitions[to]
  return sides.includes(by) && [...always, ...(route === 'simplified' ? simplifiedFrom : [])].includes(from)
}

/** The company may change its answers only before submission and while it was asked to correct them. */
export const isEditable = (status: ApplicationStatus): boolean => status === 'draft' || status === 'returned'

/** Still under way: a company has at most one such application. */
export const isOpen = (status: ApplicationStatus): boolean => transitions.withdrawn.from.includes(status)
