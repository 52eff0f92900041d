import type { Viewer } from './viewer.ts'

/** A person as the one who does something to the own account. */
export const actorOf = ({
  userId,
  name
}: Pick<Viewer, 'userId' | 'name'>): { readonly id: string; readonly name: string } => ({ id: userId, name })
