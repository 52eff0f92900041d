const megabyte = 1024 * 1024

/** How far a file is unpacked to look into it: more than honest files need, less than a machine has. */
export const inspectionLimits = {
  /** Parts of an office file, those of files within it included. */
  parts: 4000,
  /** Bytes of all its parts together, as they really come out. */
  unpackedBytes: 256 * megabyte,
  /** How often larger than packed one part may come out; asked of large parts only, since a few empty rows pack well. */
  ratio: 300,
  ratioFromBytes: 16 * megabyte,
  /** Bytes of one part that is read as a whole: relations, fields, a sheet within a document. */
  wholePartBytes: 32 * megabyte,
  /** How deep office files may stand in one another: a chart brings its sheet along, and that is all. */
  nesting: 1,
  /** Packed streams of a PDF that are tried. */
  streams: 5_000,
  /** Bytes of its object streams together, as they come out. */
  objectStreamBytes: 64 * megabyte,
  /** Pixels that a picture claims: an A3 sheet scanned at 600 dpi has 70 million. */
  pixels: 200_000_000
} as const
