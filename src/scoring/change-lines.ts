import { type Edition, itemsOf, type Mark } from '../checklist/index.ts'
import type {
  BodyChange,
  Comparison,
  DeclarationChange,
  FigureChange,
  MarkChange,
  MeasureChange,
  TextChange
} from './comparison-result.ts'

/** One change in a few words. `itemCode` is null for what stands beside no item. */
export type ChangeLine = { readonly itemCode: string | null; readonly text: string }

const markWords: Readonly<Record<Mark, string>> = {
  checked: '当てはまる',
  unchecked: '当てはまらない',
  not_applicable: '対象者がいない「-」'
}

const nothing = '記入なし'

/** Remarks on how to fill in a box say nothing to those who read it. */
const caption = (label: string): string => label.replace(/（.*$/, '')

const listed = (texts: readonly string[]): string => texts.map((text) => `「${caption(text)}」`).join('')

const markText = ({ before, after }: MarkChange): string => `${markWords[before]} → ${markWords[after]}`

const measureText = ({ label, added, removed }: MeasureChange): string =>
  `${caption(label)}：${[
    ...(added.length === 0 ? [] : [`${listed(added)}を追加`]),
    ...(removed.length === 0 ? [] : [`${listed(removed)}を取りやめ`])
  ].join('、')}`

/** A text may fill a page: the line says that it changed, not how. */
const textText = ({ label, before, after }: TextChange): string =>
  `${caption(label)}：${before === null ? '新しく記入' : after === null ? '記入を削除' : '記入を変更'}`

const latest = (figures: FigureChange['before']): string => {
  const figure = figures.at(-1)
  if (figure === undefined) return nothing
  return figure.year === null ? figure.value : `${figure.year}年 ${figure.value}`
}

const figureText = ({ label, before, after }: FigureChange): string =>
  `${caption(label)}：${latest(before)} → ${latest(after)}`

const declarationText = ({ text, kind, before, after }: DeclarationChange): string => {
  if (kind === 'gained') return `「${text}」を新しく申告`
  if (kind === 'lost') return `「${text}」の申告がなくなった`
  return `「${text}」：${before.detail || nothing} → ${after.detail || nothing}`
}

const bodyText = (change: BodyChange): string => {
  if (change.field === 'inCity') return change.after ? '市内に事業所を置いた' : '市内の事業所がなくなった'
  const label = change.field === 'name' ? '事業者名' : '法人番号'
  return `${label}：${change.before ?? 'なし'} → ${change.after ?? 'なし'}`
}

const linesOfItem = (comparison: Comparison, itemCode: string): readonly ChangeLine[] => {
  const ofItem = <T extends { readonly itemCode: string }>(changes: readonly T[], words: (change: T) => string) =>
    changes.filter((change) => change.itemCode === itemCode).map((change) => ({ itemCode, text: words(change) }))
  return [
    ...ofItem(comparison.marks, markText),
    ...ofItem(comparison.measures, measureText),
    ...ofItem(comparison.texts, textText),
    ...ofItem(comparison.figures, figureText)
  ]
}

/**
 * All changes in short lines, item by item in the order of the paper, then declarations and the body: for lists and
 * papers. Of figures a line holds the latest of each side.
 */
export const changeLines = (comparison: Comparison, edition: Edition): readonly ChangeLine[] => [
  ...itemsOf(edition).flatMap(({ code }) => linesOfItem(comparison, code)),
  ...[
    ...comparison.declarations.map(declarationText),
    ...comparison.body.map(bodyText),
    ...(comparison.organisationChanged ? ['合併、分割、事業の譲渡などの組織の変更'] : [])
  ].map((text) => ({ itemCode: null, text }))
]
