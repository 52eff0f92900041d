import type { Item } from './edition.ts'

/**
 * How an item of the 2023 sheet comes from the 2020 sheet: `same` (carried over, wording brushed up at most), `changed`
 * (変 or 緩 on the annotated sheet: asked differently, so its evidence must be looked at again), `merged` from several.
 */
export type Forerunner = {
  readonly kind: 'same' | 'changed' | 'merged'
  /** Codes in the 2020 sheet. */
  readonly from: readonly string[]
}

/**
 * Forerunners by code in the 2023 sheet. The merged ones are printed on the annotated sheet (旧5-1+5-2, 旧4-1+4-2,
 * 旧4-9~11合体), where category 5 stands in another order than in the clean copy; the others follow from their content.
 * Items that are not here (新, and 6-4, which has no like in the old sheet) begin blank.
 */
const forerunners: Readonly<Record<string, Forerunner>> = {
  '1-1': { kind: 'same', from: ['1-1'] },
  '1-2': { kind: 'same', from: ['1-2'] },
  '2-1': { kind: 'changed', from: ['2-3'] },
  '2-2': { kind: 'same', from: ['2-2'] },
  '2-3': { kind: 'changed', from: ['2-4'] },
  '3-1': { kind: 'changed', from: ['3-1'] },
  '3-2': { kind: 'changed', from: ['3-3'] },
  '3-3': { kind: 'same', from: ['3-5'] },
  '4-1': { kind: 'merged', from: ['5-1', '5-2'] },
  '4-2': { kind: 'changed', from: ['4-3'] },
  '4-3': { kind: 'changed', from: ['4-5'] },
  '4-4': { kind: 'changed', from: ['4-7'] },
  '4-5': { kind: 'same', from: ['4-8'] },
  '5-2': { kind: 'merged', from: ['4-1', '4-2'] },
  '5-3': { kind: 'merged', from: ['4-9', '4-10', '4-11'] },
  '6-2': { kind: 'changed', from: ['6-1'] },
  '6-3': { kind: 'same', from: ['6-2'] }
}

/** What an item of the 2023 sheet carries over from the 2020 sheet, or null where it begins blank. */
export const forerunnerOf = ({ code }: Pick<Item, 'code'>): Forerunner | null => forerunners[code] ?? null
