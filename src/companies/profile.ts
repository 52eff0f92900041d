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
