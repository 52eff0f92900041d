/** Absence, and refusal to those who may not know of the presence: both answer 404. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
  readonly statusCode = 404
  /** For the log only: nobody who asks is told the one from the other. */
  readonly why: 'absent' | 'role'
  constructor(what: string, why: 'absent' | 'role' = 'absent') {
    super(`not found: ${what}`)
    this.why = why
  }
}

/**
 * A stored file that is not given out: 423 while it waits for its scan, 410 where something was found in it. Told only to
 * those who may know of the file.
 */
export class FileHeldError extends Error {
  override readonly name = 'FileHeldError'
  readonly statusCode: 410 | 423
  constructor(why: 'waiting' | 'infected') {
    super(`a stored file is held back: ${why}`)
    this.statusCode = why === 'infected' ? 410 : 423
  }
}

/** What a record is about was erased at the end of its time. Told only to those who may know of the record. */
export class ErasedError extends Error {
  override readonly name = 'ErasedError'
  readonly statusCode = 410
  constructor(what: string) {
    super(`erased: ${what}`)
  }
}

/** The request cannot be what one of our pages sent (a mark or item that does not exist, a cross-site post): 400, 403 or 413. */
export class BadRequestError extends Error {
  override readonly name = 'BadRequestError'
  readonly statusCode: 400 | 403 | 413
  constructor(message: string, statusCode: 400 | 403 | 413 = 400) {
    super(message)
    this.statusCode = statusCode
  }
}

/** A form without the token of this browser's pages: the page is older than the browser's cookies. Nothing was done. */
export class StaleFormError extends Error {
  override readonly name = 'StaleFormError'
  readonly statusCode = 403
  constructor() {
    super('a form without its token was refused')
  }
}

/** The disk is nearly full: changes, or everything, are refused before they can do harm. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError'
  readonly statusCode = 507
  constructor() {
    super('データベースのディスクの空き容量が足りません (the disk of the database is nearly full)')
  }
}
