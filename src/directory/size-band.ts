/** Bands of head counts, the smallest first. 101 and 301 are where the laws on parental leave and women's careers ask for more. */
export const sizeBands = [
  { id: '1-20', label: '20人以下', upTo: 20 },
  { id: '21-50', label: '21〜50人', upTo: 50 },
  { id: '51-100', label: '51〜100人', upTo: 100 },
  { id: '101-300', label: '101〜300人', upTo: 300 },
  { id: '301-', label: '301人以上', upTo: Number.POSITIVE_INFINITY }
] as const

export type SizeBand = (typeof sizeBands)[number]

/** The band of a number of employees, which is at least 1. */
export const sizeBandOf = (employees: number): SizeBand =>
  sizeBands.find(({ upTo }) => employees <= upTo) ?? sizeBands[4]

/** The band with an id, or null for any other word. */
export const findSizeBand = (id: string): SizeBand | null => sizeBands.find((band) => band.id === id) ?? null
