import { commonPlaceholders, type PlaceholderKey, placeholders } from './placeholders.ts'

/** What is known of a kind of letter. */
type KindOfLetter = {
  readonly label: string
  /** When it is sent, in words for the settings page. */
  readonly when: string
  /** The kind of the mails that carry it, by which cases list their mails. */
  readonly mailKind: string
  /** What its wording must say. */
  readonly required: readonly PlaceholderKey[]
  /** What its wording may say; a value may be empty. */
  readonly optional: readonly PlaceholderKey[]
}

/** The letters that the city sends. */
export const letterKinds = {
  certified: {
    label: '認定通知',
    when: '新規の申請を認定したとき',
    mailKind: 'application-certified',
    required: ['number', 'period', 'certificateUrl', 'verificationUrl'],
    optional: ['appliedOn', 'receiptNumber', 'renewalOpensOn']
  },
  renewed: {
    label: '更新通知',
    when: '更新の申請を認定したとき',
    mailKind: 'application-certified',
    required: ['number', 'period', 'certificateUrl', 'verificationUrl'],
    optional: ['appliedOn', 'receiptNumber', 'renewalCount', 'renewalOpensOn']
  },
  refused: {
    label: '不認定通知',
    when: '申請を認定しないと決定したとき',
    mailKind: 'application-refused',
    required: ['reasons', 'way'],
    optional: ['appliedOn', 'receiptNumber', 'hearing', 'url']
  },
  correction: {
    label: '補正依頼',
    when: '申請の補正を依頼するとき',
    mailKind: 'correction-request',
    required: ['message', 'questions', 'deadline', 'url'],
    optional: ['appliedOn', 'receiptNumber']
  },
  'renewal-notice': {
    label: '更新のお知らせ',
    when: '更新の申請の受付が始まったとき',
    mailKind: 'renewal-notice',
    required: ['number', 'period', 'renewalUntil', 'url'],
    optional: ['renewalOpensOn', 'renewalLateUntil']
  },
  'revocation-notice': {
    label: '取消しに係る意見を述べる機会の通知',
    when: '認定を取り消す前に、事業者の意見を聴くとき',
    mailKind: 'revocation-notice',
    required: ['number', 'causes', 'deadline', 'url'],
    optional: ['period']
  },
  revocation: {
    label: '認定取消通知',
    when: '認定を取り消したとき',
    mailKind: 'proceeding-revoked',
    required: ['number', 'revokedOn', 'causes'],
    optional: ['period', 'renewalEnd', 'url']
  },
  surrender: {
    label: '辞退受理通知',
    when: '認定の辞退を受理したとき',
    mailKind: 'surrender-confirmation',
    required: ['number', 'surrenderedOn'],
    optional: ['period', 'renewalEnd', 'url']
  }
} as const satisfies Record<string, KindOfLetter>

export type LetterKind = keyof typeof letterKinds

/** The kinds in the order of a certification's life. */
export const letterKindList: readonly LetterKind[] = [
  'certified',
  'renewed',
  'refused',
  'correction',
  'renewal-notice',
  'revocation-notice',
  'revocation',
  'surrender'
]

/** Whether a text, for example from a URL, names a kind of letter. */
export const isLetterKind = (text: string): text is LetterKind => letterKindList.some((kind) => kind === text)

/** What a kind is called; one that the portal no longer sends is simply a letter. */
export const labelOf = (kind: string): string => (isLetterKind(kind) ? letterKinds[kind].label : '通知')

/** What a letter of a kind is filled with; the rest it knows of itself. */
export type LetterValues<K extends LetterKind> = Readonly<
  Record<(typeof letterKinds)[K]['required' | 'optional'][number], string>
>

/** A placeholder as the settings page explains it. */
export type ExplainedPlaceholder = {
  readonly name: string
  readonly meaning: string
  readonly sample: string
  readonly required: boolean
}

/** What a wording of this kind may say: first what it must say. */
export const placeholdersOf = (kind: LetterKind): readonly ExplainedPlaceholder[] => {
  const { required, optional }: KindOfLetter = letterKinds[kind]
  return [
    ...required.map((key) => ({ ...placeholders[key], required: true })),
    ...optional.map((key) => ({ ...placeholders[key], required: false })),
    ...Object.values(commonPlaceholders).map((placeholder) => ({ ...placeholder, required: false }))
  ]
}

/** Example values of the placeholders that belong to a kind. */
export const sampleLetterValues = (kind: LetterKind): Readonly<Partial<Record<PlaceholderKey, string>>> => {
  const { required, optional }: KindOfLetter = letterKinds[kind]
  return Object.fromEntries([...required, ...optional].map((key) => [key, placeholders[key].sample]))
}

/** Example values by the names that stand in a wording. */
export const sampleValues = (kind: LetterKind): Readonly<Record<string, string>> =>
  Object.fromEntries(placeholdersOf(kind).map(({ name, sample }) => [name, sample]))
