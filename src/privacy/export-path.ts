import { readableFileName } from '../applications/file-name.ts'

/** What Windows refuses in a name, and what programs take for an option or a formula. */
const refused = /[<>:"|?*\\/]/g

/** Most characters of one part of a path: names of 200 characters below some folders do not unpack everywhere. */
const longest = 80

const shortened = (name: string): string => {
  const characters = [...name]
  if (characters.length <= longest) return name
  const ending = name.match(/\.[A-Za-z0-9]{1,8}$/)?.[0] ?? ''
  return `${characters.slice(0, longest - ending.length).join('')}${ending}`
}

/** One part of a path inside an archive: readable as it was named, and harmless wherever it is unpacked. */
export const pathPart = (name: string): string => {
  const part = readableFileName(shortened(name.replaceAll(refused, '_')))
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '')
    .trim()
  if (part === '') return '名前のないファイル'
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part) ? `_${part}` : part
}

const numbered = (path: string, count: number): string => {
  const [, stem = path, ending = ''] = path.match(/^(.*?)(\.[^./]{1,8})?$/s) ?? []
  return `${stem}（${count}）${ending}`
}

/**
 * Gives every path once: the second of the same name gets 「（2）」 before its ending. Names that differ in large and small
 * letters only are the same on many machines.
 */
export const uniquePaths = (): ((path: string) => string) => {
  const given = new Set<string>()
  return (path) => {
    let [unique, count] = [path, 1]
    while (given.has(unique.toLowerCase())) unique = numbered(path, ++count)
    given.add(unique.toLowerCase())
    return unique
  }
}
