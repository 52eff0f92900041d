/** How one requirement of the standard stands. */
export type Point = {
  /** The requirement's number, such as `1.2.4`. */
  readonly id: string
  /** What it is about, in our own words. */
  readonly about: string
  readonly status: 'met' | 'not applicable' | 'open'
  /** Files that prove it: tests first. Each exists. */
  readonly proof: readonly string[]
  /** Why it does not apply, or what is missing; empty where the proof says all. */
  readonly note: string
}

/** A requirement that holds, with the files that show it. A last argument that begins with `—` is a remark. */
export const met = (id: string, about: string, ...proof: readonly string[]): Point => ({
  id,
  about,
  status: 'met',
  proof: proof.filter((part) => !part.startsWith('— ')),
  note: proof.find((part) => part.startsWith('— '))?.slice(2) ?? ''
})

/** A requirement about something that the portal does not have. */
export const notApplicable = (id: string, about: string, note: string): Point => ({
  id,
  about,
  status: 'not applicable',
  proof: [],
  note
})

/** A requirement that does not hold, or not wholly, or cannot be shown yet. */
export const open = (id: string, about: string, note: string, ...proof: readonly string[]): Point => ({
  id,
  about,
  status: 'open',
  proof,
  note
})
