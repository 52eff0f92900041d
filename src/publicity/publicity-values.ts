import type { Difference } from '../applications/differences.ts'
import { type FormValues, textOf } from '../platform/form.ts'
import { changedParts, type Publicity } from './publicity.ts'
import { shownFieldLabels } from './shown-field.ts'

/** What the fields of the form hold. Pictures are hashes; empty for none. */
export type PublicityValues = {
  readonly shown: readonly string[]
  readonly jobsUrl: string
  readonly words: string
  readonly photo: string
  readonly photoDescription: string
  readonly logo: string
}

/** What is stored as the form's fields hold it. */
export const valuesOf = ({ shown, jobsUrl, statement }: Publicity): PublicityValues => ({
  shown,
  jobsUrl,
  words: statement.words,
  photo: statement.photo ?? '',
  photoDescription: statement.photoDescription,
  logo: statement.logo ?? ''
})

/** What was posted as the form's fields hold it; a field that arrived twice keeps nothing. */
export const postedValues = (values: FormValues): PublicityValues => ({
  shown: [values.shown ?? []].flat(),
  jobsUrl: textOf(values, 'jobsUrl'),
  words: textOf(values, 'words'),
  photo: textOf(values, 'photo'),
  photoDescription: textOf(values, 'photoDescription'),
  logo: textOf(values, 'logo')
})

const labels: Readonly<Record<string, string>> = {
  shown: '公開する項目',
  jobsUrl: '求人のページ',
  words: '紹介文',
  photo: '写真',
  photoDescription: '写真の説明',
  logo: 'ロゴ'
}

const picture = (hash: string | null): string => (hash === null ? '' : 'あり')

const textsOf = ({ shown, jobsUrl, statement }: Publicity): Readonly<Record<string, string>> => ({
  shown: shown.map((field) => shownFieldLabels[field]).join('、'),
  jobsUrl,
  words: statement.words,
  photo: picture(statement.photo),
  photoDescription: statement.photoDescription,
  logo: picture(statement.logo)
})

const fieldOf = (part: string): string => (part === 'photo' || part === 'logo' ? `${part}File` : part)

/** Where what a colleague saved differs from what was sent, as people read it. */
export const publicityDifferences = (stored: Publicity, sent: Publicity): readonly Difference[] => {
  const [before, now] = [textsOf(stored), textsOf(sent)]
  return changedParts(stored, sent).map((part) => {
    const [typed, kept] = [now[part] ?? '', before[part] ?? '']
    const isOther = typed === kept
    return {
      field: fieldOf(part),
      label: labels[part] ?? part,
      typed: isOther ? `${typed}（別の画像）` : typed,
      stored: kept
    }
  })
}
