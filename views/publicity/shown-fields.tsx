import type { VNode } from 'preact'
import { type ShownField, shownFieldLabels, shownFields } from '../../src/publicity/shown-field.ts'
import type { ShownTexts } from '../../src/publicity/shown-texts.ts'
import { CheckboxGroup } from '../components/checkbox-group.tsx'

/** Longer texts are read on demand, or nobody would find the next box. */
const longest = 120

const hintOf = (texts: readonly string[], field: ShownField): string => {
  const [first = '', ...more] = texts
  if (first === '')
    return field === 'applicationWords'
      ? '載せられる説明がありません'
      : 'まだ内容がありません。「会社の情報」に入力すると載ります'
  const characters = [...first]
  const start = characters.length > longest ? `${characters.slice(0, longest).join('')}…` : first
  return more.length === 0 ? `「${start}」` : `「${start}」ほか${more.length}件`
}

const isLong = (texts: readonly string[]): boolean => texts.length > 1 || [...(texts[0] ?? '')].length > longest

/** One box for every field, each with what exactly would be shown. */
export const ShownFields = ({
  shown,
  texts
}: {
  readonly shown: readonly string[]
  readonly texts: ShownTexts
}): VNode => {
  const fields = shownFields.filter((field) => field !== 'jobs')
  return (
    <>
      <CheckboxGroup
        name="shown"
        label="公開する項目"
        hint="チェックを付けたものだけを公開します。保存するとすぐに反映し、いつでもやめられます"
        values={shown}
        options={fields.map((field) => ({
          value: field,
          label: shownFieldLabels[field],
          hint: hintOf(texts[field], field)
        }))}
      />
      {fields
        .filter((field) => isLong(texts[field]))
        .map((field) => (
          <details class="disclosure" key={field}>
            <summary>「{shownFieldLabels[field]}」で公開される内容をすべて見る</summary>
            <div class="disclosure__body">
              {texts[field].map((text) => (
                <p class="said" key={text}>
                  {text}
                </p>
              ))}
            </div>
          </details>
        ))}
    </>
  )
}
