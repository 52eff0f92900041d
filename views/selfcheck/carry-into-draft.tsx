import type { VNode } from 'preact'
import type { FilledMarks } from '../../src/applications/filled-marks.ts'
import { type CategoriesEdition, itemsOf } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import type { WayOn } from '../../src/selfcheck/way-on.ts'
import { markWords } from '../applications/item-words.tsx'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { CarryForm } from './carry-form.tsx'

const Kept = ({
  edition,
  kept
}: {
  readonly edition: CategoriesEdition
  readonly kept: FilledMarks['kept']
}): VNode => {
  const items = new Map(itemsOf(edition).map((item) => [item.code, item.shortText]))
  return (
    <>
      <p>
        次の項目は、申請に違う答えが入っています。申請の答えをそのまま残します。変えるときは、申請の画面で直してください。
      </p>
      <DataTable
        caption="申請とセルフチェックで答えが違う項目"
        captionHidden
        columns={[
          { key: 'item', label: '項目', rowHeader: true },
          { key: 'stands', label: '申請の答え（残ります）' },
          { key: 'offered', label: 'セルフチェックの答え' }
        ]}
        rows={kept.map(({ code, stands, offered }) => ({
          key: code,
          cells: {
            item: `${code} ${items.get(code) ?? ''}`,
            stands: markWords[stands],
            offered: markWords[offered]
          }
        }))}
      />
    </>
  )
}

/** What a draft takes of a self-check, and where it keeps its own answers. */
export const CarryIntoDraft = ({
  edition,
  code,
  way
}: {
  readonly edition: CategoriesEdition
  readonly code: string
  readonly way: Extract<WayOn, { kind: 'fill' }>
}): VNode => {
  const { filled, same, kept } = way.marks
  return (
    <>
      <p>
        {filled.length === 0
          ? '入力中の申請があります。セルフチェックで答えた項目には、もう答えが入っているので、引き継ぐ答えはありません。'
          : `入力中の申請があります。まだ答えのない${filled.length}項目に、セルフチェックの答えを入れます。`}
        {same.length > 0 && filled.length > 0 ? `${same.length}項目は、同じ答えがもう入っています。` : ''}
      </p>
      {kept.length === 0 ? null : <Kept edition={edition} kept={kept} />}
      {filled.length === 0 ? (
        <ButtonRow>
          <ButtonLink href={paths.application(way.applicationId)}>申請の入力を続ける</ButtonLink>
        </ButtonRow>
      ) : (
        <CarryForm code={code}>申請に答えを入れる</CarryForm>
      )}
    </>
  )
}
