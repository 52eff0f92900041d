import { revokeRole } from '../accounts/revoke-role.ts'
import type { Context } from '../platform/context.ts'
import type { Official } from './official.ts'

/** Ends a membership. What the member said stays and counts. False when it had ended already. */
export const endMembership = (
  context: Context,
  { memberId, actor }: { readonly memberId: string; readonly actor: Official }
): Promise<boolean> =>
  context.db.transaction((tx) => revokeRole(tx, context, { userId: memberId, role: 'committee', actor }))
