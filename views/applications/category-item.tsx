import type { ComponentChildren, VNode } from 'preact'
import { fieldName, itemText, type Mark, markName } from '../../src/checklist/index.ts'
import type { ItemState } from '../browser/category-state.ts'
import { Disclosure } from '../components/disclosure.tsx'
import { EvidenceBlock } from '../components/evidence-block.tsx'
import { ItemQuestion } from '../components/item-question.tsx'
import { Notice } from '../components/notice.tsx'
import { type EvidenceEntry, EvidenceFields } from './evidence-fields.tsx'
import { ItemFinding } from './item-finding.tsx'
import { ItemHint, markOptions } from './item-words.tsx'

const isShownAlways = ({ item, errors }: EvidenceEntry, mark: Mark | undefined, state: ItemState): boolean =>
  state.showsEvidence || (mark !== 'checked' && Object.keys(errors).some((name) => name.startsWith(`${item.code}.`)))

/** The files of an item, folded away until there are some: most items need none. */
export type ItemFiles = {
  readonly summary: string
  readonly open: boolean
  readonly content: ComponentChildren
}

/** An item with its mark, what the mark calls for, what the entries say, and the secretariat's question where there is one. */
export const CategoryItem = ({
  entry,
  mark,
  state,
  question,
  attachments
}: {
  readonly entry: EvidenceEntry
  readonly mark: Mark | undefined
  readonly state: ItemState
  readonly question?: string | undefined
  readonly attachments?: ItemFiles | undefined
}): VNode => {
  const { item, evaluationYear } = entry
  const hasBases = item.evidence.some((field) => field.kind === 'overtime' && field.bases.length > 1)
  return (
    <ItemQuestion
      code={item.code}
      text={itemText(item, evaluationYear)}
      name={markName(item.code)}
      id={markName(item.code)}
      hint={<ItemHint item={item} />}
      error={entry.errors[markName(item.code)]}
      options={markOptions(item)}
      value={mark}
    >
      {question === undefined ? null : (
        <Notice title="事務局からの照会">
          <p class="as-written">{question}</p>
        </Notice>
      )}
      <EvidenceBlock when={isShownAlways(entry, mark, state) ? 'always' : 'checked'}>
        <EvidenceFields {...entry} />
        {attachments === undefined ? null : (
          <Disclosure summary={attachments.summary} open={attachments.open}>
            {attachments.content}
          </Disclosure>
        )}
      </EvidenceBlock>
      <ItemFinding
        itemCode={item.code}
        finding={state.finding}
        changeTo={hasBases ? `${fieldName(item.code, 'basis')}-2` : undefined}
      />
    </ItemQuestion>
  )
}
