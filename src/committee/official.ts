import type { Viewer } from '../accounts/viewer.ts'

/** The person of the secretariat who acts; agendas and meetings keep who it was. */
export type Official = { readonly id: string; readonly name: string }

export const officialOf = ({ userId, name }: Pick<Viewer, 'userId' | 'name'>): Official => ({ id: userId, name })
