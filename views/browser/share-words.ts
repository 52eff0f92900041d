import { readCount, womenShare } from '../../src/checklist/index.ts'

/** The share of women as the page shows it: 25.0%, or － while it cannot be computed. */
export const shareWords = (men: string, women: string): string => {
  const share = womenShare(readCount(men), readCount(women))
  return share === null ? '－' : `${share.toFixed(1)}%`
}
