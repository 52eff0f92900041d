import type { VNode } from 'preact'
import { shareWords } from '../browser/share-words.ts'

/** The share that the head counts give; a script keeps it current. */
export const ShareOfWomen = ({
  itemCode,
  label,
  men,
  women
}: {
  readonly itemCode: string
  readonly label: string
  readonly men: string
  readonly women: string
}): VNode => (
  <p class="computed">
    <span class="computed__label">{label}</span>
    <output class="computed__value" for={`${itemCode}.men ${itemCode}.women`} data-share={itemCode}>
      {shareWords(men, women)}
    </output>
  </p>
)
