import { isContainer } from './encrypted-office.ts'
import { HazardFound } from './hazard.ts'
import { inspectionLimits } from './inspection-limits.ts'
import { archiveParts, type Budget, isArchive, newBudget, type Part } from './read-archive.ts'
import { tagsIn, xmlText } from './xml-tags.ts'

const contentTypes = '[content_types].xml'

/** What is read as a whole: what says of parts what they are and what they lead to, and where fields can stand. */
const isWanted = (name: string): boolean =>
  /^\[content_types\]\.xml$|\.rels$|^xl\/externallinks\/[^/]+\.xml$|^word\/[^/]+\.xml$/i.test(name)

const mainTypes =
  /^application\/vnd\.openxmlformats-officedocument\.(\w+)ml\.(?:document|sheet|presentation)\.main\+xml$/

/** External targets that are looked up by a person's click, or by a question to the reader. */
const asksFirst = new Set(['hyperlink', 'externalLinkPath', 'xlPathMissing', 'xlStartup', 'xlAlternateStartup'])

const macroRelations = /^(vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet)$/
const objectRelations = /^(oleObject|control|activeXControlBinary)$/

const checkMarkup = (text: string): void => {
  if (/<!(doctype|entity)/i.test(text)) throw new HazardFound('archive')
}

/** Throws at types of parts that run something; answers with the words of the main parts, such as `wordprocessing`. */
const checkTypes = (text: string): readonly string[] => {
  checkMarkup(text)
  const types = [...tagsIn(text)].map(({ attributes }) => attributes.get('ContentType') ?? '')
  if (types.some((type) => /macro|vba/i.test(type))) throw new HazardFound('macros')
  if (types.some((type) => /activex|oleobject/i.test(type))) throw new HazardFound('embedded')
  return types.flatMap((type) => type.match(mainTypes)?.[1] ?? [])
}

const checkRelations = (text: string): void => {
  checkMarkup(text)
  for (const { name, attributes } of tagsIn(text)) {
    if (name !== 'Relationship') continue
    const kind = attributes.get('Type')?.split('/').at(-1) ?? ''
    if (macroRelations.test(kind)) throw new HazardFound('macros')
    if (objectRelations.test(kind)) throw new HazardFound('embedded')
    const isExternal = attributes.get('TargetMode')?.toLowerCase() === 'external'
    if (isExternal && !asksFirst.has(kind)) throw new HazardFound('external')
  }
}

/** Fields and links that start another program to ask it for data (DDE). */
const checkFields = (text: string): void => {
  const codes: string[] = []
  for (const { name, attributes, end } of tagsIn(text)) {
    if (name === 'ddeLink') throw new HazardFound('external')
    if (name === 'fldSimple') codes.push(attributes.get('instr') ?? '', ' ')
    if (name === 'instrText') codes.push(text.slice(end + 1, Math.max(end + 1, text.indexOf('<', end))))
    if (name === 'fldChar') codes.push(' ')
  }
  if (/\bdde(auto)?\b/i.test(codes.join(''))) throw new HazardFound('external')
}

const checkPart = ({ name, start, content }: Part): void => {
  if (/vba(project|data)/i.test(name) || /(^|\/)macrosheets\//i.test(name)) throw new HazardFound('macros')
  if (/(^|\/)activex\//i.test(name) || isContainer(start)) throw new HazardFound('embedded')
  if (content === null || name.toLowerCase() === contentTypes) return
  if (/\.rels$/i.test(name)) checkRelations(xmlText(content))
  else if (isWanted(name)) checkFields(xmlText(content))
}

/** Looks into every part; answers with the words of its main parts. */
const checkPackage = async (content: Buffer, budget: Budget, depth: number): Promise<readonly string[]> => {
  let mains: readonly string[] = []
  for await (const part of archiveParts(content, { budget, isWanted })) {
    if (part.name.toLowerCase() === contentTypes && part.content !== null) mains = checkTypes(xmlText(part.content))
    checkPart(part)
    if (!isArchive(part) || part.content === null) continue
    if (depth >= inspectionLimits.nesting) throw new HazardFound('bomb')
    const nested = await checkPackage(part.content, budget, depth + 1)
    if (nested.length === 0) throw new HazardFound('embedded')
  }
  return mains
}

/**
 * Looks into an office file (Office Open XML): every part is unpacked, whatever its name says.
 * @param word what its main part has to be: `wordprocessing` or `spreadsheet`
 * @throws HazardFound at macros, embedded objects, what is fetched or started on opening, bombs and broken archives
 */
export const checkOfficeFile = async (content: Buffer, word: 'wordprocessing' | 'spreadsheet'): Promise<void> => {
  const mains = await checkPackage(content, newBudget(), 0)
  if (mains.length !== 1 || mains[0] !== word) throw new HazardFound('archive')
}
