/** A mark was given for an item that the edition does not have. */
export class UnknownItemError extends Error {
  override readonly name = 'UnknownItemError'
  readonly code: string

  constructor(code: string) {
    super(`the edition has no item ${code}`)
    this.code = code
  }
}

/** 「-」 was given for an item where it does not exist. */
export class NotApplicableNotAllowedError extends Error {
  override readonly name = 'NotApplicableNotAllowedError'
  readonly code: string

  constructor(code: string) {
    super(`item ${code} cannot be marked as not applicable`)
    this.code = code
  }
}

/** A mark is none of the three that exist: only possible where data was not parsed. */
export class UnknownMarkError extends Error {
  override readonly name = 'UnknownMarkError'
  readonly code: string

  constructor(code: string, mark: string) {
    super(`item ${code} has the unknown mark ${mark}`)
    this.code = code
  }
}
