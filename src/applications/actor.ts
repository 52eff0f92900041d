import type { Viewer } from '../accounts/viewer.ts'

/** A signed-in person as the one who does something. Who has not given a name yet is called by the address. */
export const actorOf = ({ userId, name, email }: Viewer): { readonly id: string; readonly name: string } => ({
  id: userId,
  name: name || email
})
