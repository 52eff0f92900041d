import type { VNode } from 'preact'
import type { ShownFinding } from '../browser/shown-finding.ts'

/**
 * What the entries say about a mark, beside the item. It is always in the document and hidden while there is nothing to
 * say, so that a script only sets its words; the address of the change leads to the choice without a script.
 */
export const ItemFinding = ({
  itemCode,
  finding,
  changeTo
}: {
  readonly itemCode: string
  readonly finding: ShownFinding | null
  /** The control that changes to the average, where the item knows one. */
  readonly changeTo?: string | undefined
}): VNode => (
  <div class="item-finding" data-finding={itemCode} data-tone={finding?.tone ?? 'calm'} hidden={finding === null}>
    <div aria-live="polite">
      <p class="item-finding__title" data-finding-title>
        {finding?.title}
      </p>
      <p class="item-finding__detail" data-finding-detail>
        {finding?.detail}
      </p>
    </div>
    {changeTo === undefined ? null : (
      <p data-finding-change hidden={!finding?.offersAverage}>
        <a href={`#${changeTo}`} data-choose={changeTo}>
          平均時間外労働時間で入力する
        </a>
      </p>
    )}
  </div>
)
