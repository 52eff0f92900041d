import fc from 'fast-check'
import { type Edition, itemsOf, type Mark, type MarkedSheet, type Marks } from '../../src/checklist/index.ts'

/** Every set of marks that a sheet can have: none, one of two, or 「-」 where it exists. */
export const anyMarks = (edition: Edition): fc.Arbitrary<Marks> =>
  fc
    .record(
      Object.fromEntries(
        itemsOf(edition).map(({ code, allowsNotApplicable }) => [
          code,
          fc.constantFrom<Mark | undefined>(
            undefined,
            'checked',
            'unchecked',
            ...(allowsNotApplicable ? (['not_applicable'] as const) : [])
          )
        ])
      )
    )
    .map((given) =>
      Object.fromEntries(Object.entries(given).flatMap(([code, mark]) => (mark === undefined ? [] : [[code, mark]])))
    )

/** Every sheet of an edition as a link may hold it. */
export const anySheet = <E extends Edition>(edition: E): fc.Arbitrary<MarkedSheet<E>> =>
  fc.record({ edition: fc.constant(edition), marks: anyMarks(edition), complies: fc.boolean() })
