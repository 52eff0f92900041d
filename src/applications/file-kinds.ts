/** A kind of file that may be attached. */
export type FileKind = { readonly mediaType: string; readonly extension: string; readonly label: string }

/** Everything that may be attached, in the order in which people are told. */
export const fileKinds: readonly FileKind[] = [
  { mediaType: 'application/pdf', extension: 'pdf', label: 'PDF' },
  { mediaType: 'image/jpeg', extension: 'jpg', label: 'JPEG' },
  { mediaType: 'image/png', extension: 'png', label: 'PNG' },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    label: 'Word（.docx）'
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    label: 'Excel（.xlsx）'
  }
]

/** A media type as people call it. */
export const fileKindLabel = (mediaType: string): string =>
  fileKinds.find((kind) => kind.mediaType === mediaType)?.label ?? mediaType
