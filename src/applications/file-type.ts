import { fileTypeFromBuffer } from 'file-type'
import { type FileKind, fileKinds } from './file-kinds.ts'

/** The name of the part that holds macros; names stand uncompressed in the archive that an Office file is. */
const macroPart = 'vbaProject.bin'

const isOffice = ({ extension }: FileKind): boolean => extension === 'docx' || extension === 'xlsx'

/**
 * What a file is by its content, whatever its name says; null for what may not be attached. An Office file with macros
 * is refused even where it calls itself one without.
 */
export const recogniseFile = async (content: Buffer): Promise<FileKind | null> => {
  // A broken archive makes the recogniser throw: that is no file of ours either.
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  const kind = fileKinds.find(({ mediaType }) => mediaType === found?.mime)
  if (kind === undefined) return null
  return isOffice(kind) && content.includes(macroPart) ? null : kind
}
