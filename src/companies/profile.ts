/** What a company says of itself; goes with every submission as it stood then. */
export type Profile = {
  readonly name: string
  /** Full-width katakana. */
  readonly nameKana: string
  /** 13 digits; null for sole proprietors, who have none. */
  readonly legalEntityNumber: string | null
  /** NNN-NNNN. */
  readonly postalCode: string
  readonly address: string
  /** Major division A–T of the Japan Standard Industrial Classification. */
  readonly industry: string
  readonly employees: number
  readonly representativeTitle: string
  readonly representativeName: string
  readonly contactName: string
  readonly contactEmail: string
  readonly contactPhone: string
  /** Empty when there is none. */
  readonly website: string
  /** What the company does (会社の概要). */
  readonly business: string
  /** What it is like to work there (風土). */
  readonly culture: string
}

/** Every entry of a profile with its name as people read it, in the order of the form. */
export const profileLabels: Readonly<Record<keyof Profile, string>> = {
  name: '事業者名',
  nameKana: 'フリガナ',
  legalEntityNumber: '法人番号',
  postalCode: '郵便番号',
  address: '所在地',
  industry: '業種',
  employees: '従業員数',
  representativeTitle: '代表者の役職',
  representativeName: '代表者の氏名',
  business: '会社の概要',
  culture: '社風・職場の雰囲気',
  website: 'ウェブサイト',
  contactName: '担当者の氏名',
  contactEmail: '担当者のメールアドレス',
  contactPhone: '担当者の電話番号'
}

const isField = (name: string): name is keyof Profile => name in profileLabels

const profileFields = Object.keys(profileLabels).filter(isField)

/** The names of the entries in which two profiles differ. */
export const changedFields = (before: Profile, after: Profile): readonly (keyof Profile)[] =>
  profileFields.filter((field) => before[field] !== after[field])
