/** The roles that the city gives. The administrator keeps the portal running and sees no company's data. */
export const officialRoles = ['secretariat', 'committee', 'administrator'] as const

export type OfficialRole = (typeof officialRoles)[number]

/** What a person may be. Who holds no role of the city's is a company's person. */
export type Role = 'company' | OfficialRole

/** The person behind a request. */
export type Viewer = {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly role: Role
  /** The company this person acts for; null for officials, and for applicants before their profile is saved. */
  readonly company: { readonly id: string; readonly name: string } | null
}

/** Who may use a route. `signing-in` is who still lacks the second factor. */
export type Access = 'public' | 'signed-in' | 'signing-in' | Role

/** Who may use a route, and in which states of the application that it changes; always where it changes none. */
export type AccessRule = { readonly who: readonly Access[]; readonly states?: readonly string[] }

/** Whether a viewer may use a route that is open to any of the named. */
export const mayUse = (access: readonly Access[], viewer: Viewer | null): boolean =>
  access.includes('public') || (viewer !== null && (access.includes('signed-in') || access.includes(viewer.role)))
