import { attemptLimits } from '../../src/accounts/attempt-limits.ts'
import { freshMinutes } from '../../src/accounts/begin-enrolment.ts'
import { codeMinutes, codeTries } from '../../src/accounts/code-limits.ts'
import { seenEvery, sessionLimits } from '../../src/accounts/session-limits.ts'
import { fileKinds } from '../../src/applications/file-kinds.ts'
import { fileMegabytes } from '../../src/credentials/file-verification.ts'
import { inspectionLimits } from '../../src/inspection/inspection-limits.ts'
import { pictureBytes, pictureTypes } from '../../src/pictures/picture.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { cryptography, keys } from './cryptography.ts'
import { dataOf, type Level, protections } from './data-levels.ts'
import { neighbours } from './neighbours.ts'

type Row = readonly string[]

const row = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const table = (head: Row, rows: readonly Row[]): string =>
  [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n')

const minute = 60_000

/** A time in the largest unit that it is a whole number of. */
const lasting = (milliseconds: number): string => {
  const units = [
    ['day', 24 * 60 * minute],
    ['hour', 60 * minute],
    ['minute', minute]
  ] as const
  const [name, unit] = units.find(([, length]) => milliseconds % length === 0) ?? ['ms', 1]
  const count = milliseconds / unit
  return `${count} ${name}${count === 1 ? '' : 's'}`
}

/** A link from docs/ to a file, by its name without the folders. */
const link = (file: string): string => `[${file.slice(file.lastIndexOf('/') + 1)}](../${file})`

const sessions = (): string =>
  table(
    ['Role', 'Ends without use after', 'Ends at the latest after', 'Factors'],
    Object.entries(sessionLimits).map(([role, { idle, absolute }]) => [
      role,
      lasting(idle),
      lasting(absolute),
      role === 'company' ? 'one; a second by choice' : 'two'
    ])
  )

const whatIsCounted: Readonly<Record<keyof typeof attemptLimits, string>> = {
  'codes-for-address': 'codes mailed to one address',
  'codes-by-source': 'codes asked for from one internet address',
  'wrong-codes-for-address': 'wrong codes for one address',
  'wrong-codes-by-source': 'wrong codes from one internet address',
  'wrong-factors': 'wrong codes of an app, or recovery codes, for one account'
}

const attempts = (): string =>
  [
    table(
      ['What', 'At most', 'Within'],
      Object.entries(whatIsCounted).map(([kind, what]) => {
        const found = Object.entries(attemptLimits).find(([name]) => name === kind)
        return [what, String(found?.[1].most), lasting(found?.[1].within ?? 0)]
      })
    ),
    '',
    `A mailed code is good for ${codeMinutes} minutes, ${codeTries} tries and the browser that asked for it; a first app can be set up within ${freshMinutes} minutes of`,
    `signing in; a session’s use is noted every ${lasting(seenEvery)}.`
  ].join('\n')

const uses = (): string =>
  table(
    ['Use', 'Algorithm', 'Key from', 'Where'],
    cryptography.map(({ use, algorithm, key, sources }) => [
      use,
      algorithm,
      key === null ? '–' : `\`${key}\``,
      sources.map(link).join(', ')
    ])
  )

const secrets = (): string =>
  table(
    ['Key', 'For nothing but', 'Made', 'Held by', 'Exchanged after', 'How'],
    keys.map(({ setting, use, made, holders, period, exchange }) => [
      `\`${setting}\``,
      use,
      made,
      holders,
      period,
      exchange
    ])
  )

const isLevel = (name: string): name is Level => name in protections
const levels = Object.keys(protections).filter(isLevel)

const protection = (): string =>
  table(
    ['Level', 'What', 'Seen by', 'At rest', 'On the way', 'In the log', 'In caches', 'In backups'],
    levels.map((level) => {
      const { what, seenBy, atRest, onTheWay, inTheLog, inCaches, inBackups } = protections[level]
      return [`**${level}**`, what, seenBy, atRest, onTheWay, inTheLog, inCaches, inBackups]
    })
  )

const data = (): string =>
  table(
    ['Level', 'Data'],
    levels.map((level) => [`**${level}**`, dataOf(level).join('／')])
  )

const others = (): string =>
  table(
    ['Who', 'Named by', 'How', 'Limits', 'When it is away', 'Tried by'],
    neighbours.map(({ who, setting, how, limits, away, proof }) => [
      who,
      `\`${setting}\``,
      how,
      limits,
      away,
      link(proof)
    ])
  )

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`

const uploads = (): string => {
  const { fileBytes, applicationBytes } = asaka.attachmentLimits
  const { unpackedBytes, parts, pixels, nesting } = inspectionLimits
  const kinds = fileKinds.map(({ extension }) => `.${extension}`).join(', ')
  return [
    table(
      ['Where', 'Kinds', 'Size', 'What becomes of it'],
      [
        [
          'evidence of an item',
          kinds,
          `${megabytes(fileBytes)} a file, ${megabytes(applicationBytes)} an application`,
          'inspected, scanned, kept as it is, handed out in a sandbox'
        ],
        ['signed copy of a certificate', '.pdf', megabytes(fileBytes), 'must hold the certificate as issued; kept'],
        [
          'photograph and logo',
          pictureTypes.map((type) => type.replace('image/', '.')).join(', '),
          megabytes(pictureBytes),
          'drawn anew as WebP, without metadata'
        ],
        ['a certificate to be checked', '.pdf, .jwt, .png, .svg', `${fileMegabytes} MB`, 'read once, never kept']
      ]
    ),
    '',
    `Unpacked at most ${megabytes(unpackedBytes)} in ${parts.toLocaleString('en')} parts, ${nesting} level deep; pictures of ${pixels.toLocaleString('en')} pixels. Macros, scripts, files within files,`,
    'passwords, foreign content types and bombs are refused with a way out; what a scanner finds something in nobody can open.'
  ].join('\n')
}

/** The parts of docs/security.md that are written from the code, by the name in their marks. */
const parts: Readonly<Record<string, () => string>> = {
  sessions,
  attempts,
  cryptography: uses,
  keys: secrets,
  protection,
  data,
  neighbours: others,
  uploads
}

const marked = /<!-- from the code: (\w+) -->\n[\s\S]*?<!-- until here -->/g

/**
 * A text with its marked parts written anew.
 * @throws Error when a mark names no part, or a part has no mark
 */
export const withParts = (text: string): string => {
  const seen = new Set<string>()
  const written = text.replaceAll(marked, (_whole, name: string) => {
    const write = Object.hasOwn(parts, name) ? parts[name] : undefined
    if (write === undefined) throw new Error(`docs/security.md marks a part that does not exist: ${name}`)
    seen.add(name)
    return `<!-- from the code: ${name} -->\n${write()}\n<!-- until here -->`
  })
  const missing = Object.keys(parts).filter((name) => !seen.has(name))
  if (missing.length > 0) throw new Error(`docs/security.md has no mark for: ${missing.join(', ')}`)
  return written
}
