import { readFileSync } from 'node:fs'

/** A file that a setting names does not give its value; the message says which. */
export class SettingFileError extends Error {
  override readonly name = 'SettingFileError'
}

const readSetting = (variable: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SettingFileError(`${variable}: ファイルを読めません (the file cannot be read: ${reason})`)
  }
}

/**
 * Settings with the values of those that are given as files: `NAME_FILE` names the file that holds the value of `NAME`,
 * as secrets of containers and credentials of systemd do. A line break at its end does not count.
 * @throws SettingFileError when a file cannot be read, or a setting is given both ways
 */
export const readSettingFiles = (
  source: Readonly<Record<string, string | undefined>>,
  names: readonly string[]
): Readonly<Record<string, string | undefined>> => {
  const read = names.flatMap((name): [string, string][] => {
    const path = source[`${name}_FILE`]
    if (path === undefined || path === '') return []
    if (source[name] !== undefined && source[name] !== '')
      throw new SettingFileError(`${name}: ${name} と ${name}_FILE の両方があります (given both as value and as file)`)
    return [[name, readSetting(`${name}_FILE`, path)]]
  })
  return { ...source, ...Object.fromEntries(read) }
}
