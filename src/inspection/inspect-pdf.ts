import { type Hazard, HazardFound } from './hazard.ts'
import { pdfNames } from './pdf-names.ts'
import {
  beginsWithNumbers,
  countStream,
  isPacked,
  newStreamBudget,
  packsNumbers,
  type StreamBudget,
  streamStarts,
  unpackStream
} from './read-pdf-streams.ts'

/**
 * Names that make a PDF do something or carry something (ISO 32000-1: 12.6.4 actions, 7.11.4 embedded files, 13 media,
 * 12.7.8 XFA, 7.6 encryption). Where it opens and to which page it leads are not among them: scanners write those. An
 * action that is run on opening or closing is one of these, so that `OpenAction` and `AA` need not be asked for.
 */
const hazardous: ReadonlyMap<string, Hazard> = new Map([
  ['JavaScript', 'script'],
  ['Rendition', 'script'],
  ['XFA', 'script'],
  ['Launch', 'script'],
  ['ImportData', 'script'],
  ['SubmitForm', 'script'],
  ['GoToE', 'attached'],
  ['EmbeddedFile', 'attached'],
  ['EmbeddedFiles', 'attached'],
  ['FileAttachment', 'attached'],
  ['RichMedia', 'attached'],
  ['Encrypt', 'encrypted']
])

/** How streams are packed that no writer uses for objects; they would hide what an object stream holds. */
const rareFilters = new Set(['ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'RunLengthDecode'])

type Outline = { readonly objectStreams: readonly number[] }

const checkNames = (bytes: Buffer): Outline => {
  const objectStreams: number[] = []
  let hasRareFilter = false
  for (const { name, at } of pdfNames(bytes)) {
    const hazard = hazardous.get(name)
    if (hazard !== undefined) throw new HazardFound(hazard)
    if (name === 'ObjStm') objectStreams.push(at)
    else if (rareFilters.has(name)) hasRareFilter = true
  }
  if (hasRareFilter && objectStreams.length > 0) throw new HazardFound('unreadable')
  return { objectStreams }
}

const otherWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Keywords after which other work of the portal has its turn. */
const turn = 500

/** What stands in one stream's data, if it can hold objects at all. */
const checkStream = async (bytes: Buffer, start: number, named: boolean, budget: StreamBudget): Promise<void> => {
  if (!isPacked(bytes, start)) {
    if (named && !beginsWithNumbers(bytes.subarray(start))) throw new HazardFound('unreadable')
    return
  }
  countStream(budget)
  if (packsNumbers(bytes, start)) checkNames(await unpackStream(bytes, start, budget))
  else if (named) throw new HazardFound('unreadable')
}

/**
 * Looks into every stream that can hold objects. One that calls itself an object stream and cannot be read is a hazard of
 * its own; one that does not call itself so, and reads like one, is looked into all the same.
 */
const checkStreams = async (bytes: Buffer, { objectStreams }: Outline): Promise<void> => {
  const budget = newStreamBudget()
  let [next, keywords] = [0, 0]
  for (const { keywordAt, start } of streamStarts(bytes)) {
    keywords += 1
    if (keywords % turn === 0) await otherWork()
    const first = next
    while ((objectStreams[next] ?? Number.POSITIVE_INFINITY) < keywordAt) next += 1
    await checkStream(bytes, start, next > first, budget)
  }
}

/**
 * Looks for what a PDF would run, fetch or carry, in its objects and in its object streams. It reads what stands in the
 * file and follows no reference, so that a broken file takes no longer than a whole one.
 * @throws HazardFound
 */
export const checkPdfFile = async (content: Buffer): Promise<void> => checkStreams(content, checkNames(content))
