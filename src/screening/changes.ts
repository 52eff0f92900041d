import type { DeclarationAnswers, SubmissionContent } from '../applications/application.ts'
import type { Mark, RawEvidence } from '../checklist/index.ts'
import type { Profile } from '../companies/profile.ts'

type StoredAttachment = SubmissionContent['attachments'][number]

/** What a company said about one item at one time. */
export type ItemAnswer = {
  readonly mark: Mark
  readonly evidence: RawEvidence
  readonly attachments: readonly StoredAttachment[]
}

export type ItemChange = { readonly itemCode: string; readonly before: ItemAnswer; readonly after: ItemAnswer }

/** What differs between two submissions of one application. */
export type Changes = {
  readonly items: readonly ItemChange[]
  readonly profile: readonly { readonly field: string; readonly before: string; readonly after: string }[]
  readonly declarations: readonly {
    readonly id: string
    readonly before: DeclarationAnswers[string]
    readonly after: DeclarationAnswers[string]
  }[]
}

type Content = Pick<SubmissionContent, 'profile' | 'declarations' | 'marks' | 'evidence' | 'attachments'>

const noEvidence: RawEvidence = {}
const notDeclared: DeclarationAnswers[string] = { declared: false, detail: '' }

/** What a submission says about an item; an item without a mark is unchecked. */
export const answerOf = (content: Content, itemCode: string): ItemAnswer => ({
  mark: content.marks[itemCode] ?? 'unchecked',
  evidence: content.evidence[itemCode] ?? noEvidence,
  attachments: content.attachments.filter((attachment) => attachment.itemCode === itemCode)
})

/** Empty boxes and the order in which they were stored say nothing. */
const said = (evidence: RawEvidence): string =>
  JSON.stringify(
    Object.entries(evidence)
      .filter(([, value]) => (typeof value === 'string' ? value.trim() !== '' : value.length > 0))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
  )

const files = ({ attachments }: ItemAnswer): string =>
  JSON.stringify(attachments.map(({ sha256, fileName }) => [sha256, fileName].join('/')).toSorted())

const isSame = (before: ItemAnswer, after: ItemAnswer): boolean =>
  before.mark === after.mark && said(before.evidence) === said(after.evidence) && files(before) === files(after)

const keysOf = (...records: readonly object[]): readonly string[] => [...new Set(records.flatMap(Object.keys))]

const byCode = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

const itemChanges = (before: Content, after: Content): readonly ItemChange[] =>
  [
    ...new Set([
      ...keysOf(before.marks, after.marks, before.evidence, after.evidence),
      ...[...before.attachments, ...after.attachments].map(({ itemCode }) => itemCode)
    ])
  ]
    .toSorted(byCode)
    .map((itemCode) => ({ itemCode, before: answerOf(before, itemCode), after: answerOf(after, itemCode) }))
    .filter((change) => !isSame(change.before, change.after))

const profileChanges = (before: Profile, after: Profile): Changes['profile'] => {
  const former = new Map<string, string | number | null>(Object.entries(before))
  return Object.entries(after)
    .map(([field, value]) => ({ field, before: String(former.get(field) ?? ''), after: String(value ?? '') }))
    .filter((change) => change.before !== change.after)
}

/** What a company changed from one submission to the next: items in the order of the paper, profile, declarations. */
export const changesBetween = (before: Content, after: Content): Changes => ({
  items: itemChanges(before, after),
  profile: profileChanges(before.profile, after.profile),
  declarations: keysOf(before.declarations, after.declarations)
    .map((id) => ({
      id,
      before: before.declarations[id] ?? notDeclared,
      after: after.declarations[id] ?? notDeclared
    }))
    .filter(
      (change) => change.before.declared !== change.after.declared || change.before.detail !== change.after.detail
    )
})
