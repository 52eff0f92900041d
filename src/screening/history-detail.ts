import { decisionLabels, itemDecisionKinds } from './screening.ts'

type Details = Readonly<Record<string, unknown>>

const textIn = (details: object, key: string): string => {
  const value: unknown = Reflect.get(details, key)
  return typeof value === 'string' ? value : ''
}

/** 認める 1-1・2-1／照会 3-1「…」, from the details of a saved set of decisions. */
const decided = (details: Details): string => {
  const decisions = Array.isArray(details.decisions) ? details.decisions : []
  const named = decisions.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null
      ? [{ code: textIn(one, 'itemCode'), kind: textIn(one, 'decision'), reason: textIn(one, 'reason') }]
      : []
  )
  return itemDecisionKinds
    .map((kind) => ({ kind, items: named.filter((one) => one.kind === kind) }))
    .filter(({ items }) => items.length > 0)
    .map(
      ({ kind, items }) =>
        `${decisionLabels[kind]} ${items.map(({ code, reason }) => (reason === '' ? code : `${code}「${reason}」`)).join('・')}`
    )
    .join('／')
}

const verdict = (details: Details): string => {
  const numbers = Array.isArray(details.passedCategories) ? details.passedCategories : []
  const passed = `合格 ${numbers.length}分野${numbers.length > 0 ? `（${numbers.join('・')}）` : ''}`
  if (typeof details.meetsStandard !== 'boolean') return passed
  return `${passed}、認定基準 ${details.meetsStandard ? '満たす' : '満たさない'}`
}

/** What the secretariat reads below a line of the history; empty where the line says it all. Never shown to a company. */
export const historyDetail = (kind: string, details: Details): string => {
  if (kind === 'items-decided') return decided(details)
  if (kind === 'status-awaiting_committee') return verdict(details)
  if (kind === 'reading-chosen') return textIn(details, 'reason')
  if (kind === 'attachment-infected') return textIn(details, 'found')
  if (kind === 'mail-resent') return textIn(details, 'subject')
  return textIn(details, 'reason') || textIn(details, 'message')
}
