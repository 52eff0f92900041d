import { hasArchiveAppended, holdsMarkup } from './disguise.ts'
import { type Hazard, HazardFound } from './hazard.ts'
import { checkOfficeFile } from './inspect-office.ts'
import { checkPdfFile } from './inspect-pdf.ts'
import { inspectionLimits } from './inspection-limits.ts'
import { claimedPixels } from './picture-pixels.ts'

const checkPicture = (content: Buffer): void => {
  if ((claimedPixels(content) ?? 0) > inspectionLimits.pixels) throw new HazardFound('pixels')
  if (holdsMarkup(content)) throw new HazardFound('disguised')
}

const check = async (content: Buffer, mediaType: string): Promise<void> => {
  if (mediaType.endsWith('.wordprocessingml.document')) return checkOfficeFile(content, 'wordprocessing')
  if (mediaType.endsWith('.spreadsheetml.sheet')) return checkOfficeFile(content, 'spreadsheet')
  if (hasArchiveAppended(content)) throw new HazardFound('disguised')
  if (mediaType === 'application/pdf') return checkPdfFile(content)
  if (mediaType.startsWith('image/')) checkPicture(content)
}

/**
 * What is wrong with a file that somebody hands in, beyond its kind; null when nothing was found. It is no scanner of
 * viruses and no reader of its own: it refuses what honest files of an office or a scanner do not hold.
 * @param mediaType what its content was recognised as
 */
export const inspectFile = async (content: Buffer, mediaType: string): Promise<Hazard | null> => {
  try {
    await check(content, mediaType)
    return null
  } catch (error) {
    if (error instanceof HazardFound) return error.hazard
    throw error
  }
}
