import { type Category, type Edition, editions, itemsOf, type Mark, type Marks } from '../../src/checklist/index.ts'

export const edition = editions['asaka-2023']

/** Every way to mark these items: 「-」 only where the paper has it. */
export const everyMarking = (items: Category['items']): readonly Marks[] =>
  items.reduce<readonly Marks[]>(
    (markings, { code, allowsNotApplicable }) => {
      const choices: readonly Mark[] = [
        'checked',
        'unchecked',
        ...(allowsNotApplicable ? ['not_applicable' as const] : [])
      ]
      return markings.flatMap((marks) => choices.map((mark) => ({ ...marks, [code]: mark })))
    },
    [{}]
  )

/** The items with these codes checked, nothing else marked. */
export const checking = (...codes: readonly string[]): Marks =>
  Object.fromEntries(codes.map((code) => [code, 'checked'] as const))

export const checkingAll = (sheet: Edition): Marks => checking(...itemsOf(sheet).map(({ code }) => code))
