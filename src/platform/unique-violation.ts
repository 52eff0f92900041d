const hasCode = (error: unknown, constraint: string): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === '23505' &&
  'constraint' in error &&
  error.constraint === constraint

/**
 * Whether the database refused a row because of this unique index: two people did at once what only one may do, and the
 * check before the insert saw neither.
 */
export const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  hasCode(error, constraint) || (error instanceof Error && hasCode(error.cause, constraint))
