/** How an archive ends: readers of archives look for it from the end of a file, whatever stands before. */
const archiveEnd = Buffer.from('PK\u0005\u0006', 'latin1')

/** The end of an archive stands within its last bytes: 22 and a comment. */
const archiveTail = 22 + 65_535

/** Whether an archive hangs on the end of a file that is none: the same bytes are then a picture here and a program there. */
export const hasArchiveAppended = (content: Buffer): boolean =>
  content.subarray(Math.max(0, content.length - archiveTail)).includes(archiveEnd)

/** Whether a picture carries the beginning of a page or script; compressed pixels practically never spell one. */
export const holdsMarkup = (picture: Buffer): boolean =>
  /<script|<!doctype html|<\?php/i.test(picture.toString('latin1'))
