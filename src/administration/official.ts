import type { OfficialRole } from '../accounts/viewer.ts'

/** Somebody who holds a role of the city's. */
export type Official = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: OfficialRole
  readonly since: Date
  /** Whether a second factor is set up. */
  readonly hasFactor: boolean
}

/** The roles that the administrator gives and takes; the committee's members are the secretariat's matter. */
export const givenRoles = ['secretariat', 'administrator'] as const

export type GivenRole = (typeof givenRoles)[number]

export const isGivenRole = (role: OfficialRole): role is GivenRole => role !== 'committee'

/** What the roles are called on the administrator's pages. */
export const roleNames: Readonly<Record<OfficialRole, string>> = {
  secretariat: '事務局',
  committee: '推進委員会の委員',
  administrator: 'システム管理者'
}
