import { desc, eq } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { RouteChoice } from './route.ts'
import { routeChoices } from './table.ts'

/** The way of a renewal as chosen last, in whichever round; null while nobody chose. */
export const findRouteChoice = async (db: Database, applicationId: string): Promise<RouteChoice | null> => {
  const [row] = await db
    .select({
      round: routeChoices.round,
      route: routeChoices.route,
      proposed: routeChoices.proposed,
      grounds: routeChoices.grounds,
      reason: routeChoices.reason,
      chosenAt: routeChoices.chosenAt,
      chosenByName: users.name
    })
    .from(routeChoices)
    .innerJoin(users, eq(users.id, routeChoices.chosenBy))
    .where(eq(routeChoices.applicationId, applicationId))
    .orderBy(desc(routeChoices.id))
    .limit(1)
  return row ?? null
}

export const insertRouteChoice = async (tx: Database, row: typeof routeChoices.$inferInsert): Promise<void> => {
  await tx.insert(routeChoices).values(row)
}
