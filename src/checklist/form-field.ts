type Named = {
  /** Name within the item, the key of `RawEvidence`. */
  readonly name: string
  /** Says alone what the field is for: 「2023年 月の時間」. */
  readonly label: string
  /** Caption of the box or table that the field belongs to; fields of one group follow one another. */
  readonly group: string
}

export type TextFormField = Named & { readonly kind: 'text'; readonly maxLength: number }

export type NumberFormField = Named & {
  readonly kind: 'number'
  readonly unit: string
  readonly max: number
  /** Digits after the point that are taken; 0 means whole numbers. */
  readonly decimals: 0 | 2
  readonly maxLength: number
}

type FormOption = { readonly value: string; readonly text: string }

/** One of the options. `wrongChoice` answers a value that is none of them. */
export type ChoiceFormField = Named & {
  readonly kind: 'choice'
  readonly options: readonly FormOption[]
  readonly wrongChoice: string
}

export type ChoicesFormField = Named & {
  readonly kind: 'choices'
  readonly options: readonly FormOption[]
  readonly wrongChoice: string
}

/** One field of a form, as a page renders it and a request is read. */
export type FormField = TextFormField | NumberFormField | ChoiceFormField | ChoicesFormField
