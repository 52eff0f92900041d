import { fileTypeFromBuffer } from 'file-type'
import { isEncryptedOffice } from '../inspection/encrypted-office.ts'
import type { Hazard } from '../inspection/hazard.ts'
import { inspectFile } from '../inspection/inspect-file.ts'
import { type FileKind, fileKinds } from './file-kinds.ts'

/** Why a file is not taken by what it is. */
export type TypeRefusal = 'wrong-type' | Hazard

export type Recognition =
  | { readonly ok: true; readonly kind: FileKind }
  | { readonly ok: false; readonly reason: TypeRefusal }

const refusalOf = (content: Buffer, mime: string): TypeRefusal => {
  if (/macroenabled/i.test(mime)) return 'macros'
  return isEncryptedOffice(content) ? 'encrypted' : 'wrong-type'
}

/** What a file is by its content, whatever its name says, and whether it may be attached. */
export const recogniseFile = async (content: Buffer): Promise<Recognition> => {
  // A broken archive makes the recogniser throw: that is no file of ours either.
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  const kind = fileKinds.find(({ mediaType }) => mediaType === found?.mime)
  if (kind === undefined) return { ok: false, reason: refusalOf(content, found?.mime ?? '') }
  const hazard = await inspectFile(content, kind.mediaType)
  return hazard === null ? { ok: true, kind } : { ok: false, reason: hazard }
}
