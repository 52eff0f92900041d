import { z } from 'zod'

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional()
    })
  )
})

/** A package that the portal runs with. `licence` is an SPDX expression, empty where the package names none. */
export type Installed = { readonly name: string; readonly version: string; readonly licence: string }

/** Licences under which anybody may run, change and pass on the portal, told by their SPDX names. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  // Fonts, embedded in documents, which it allows.
  'OFL-1.1',
  // Asks for the source of its own files only, which are used as they are.
  'MPL-2.0'
])

/** Packages that the list would refuse, each with why it is used all the same. */
export const exceptions: Readonly<Record<string, string>> = {
  '@img/sharp-': 'LGPL-3.0-or-later: libvips, loaded as a library of its own that anybody may exchange',
  'png-js': 'MIT, which only its file LICENSE says'
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** The packages of a lock file that are installed in service. */
export const runtimePackages = (lock: unknown): readonly Installed[] =>
  Object.entries(lockFile.parse(lock).packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version = '', license = '' }]) => ({ name: nameOf(path), version, licence: license }))

/** Whether an SPDX expression grants what is needed: one of several to choose from, or each of several that hold together. */
export const isAllowed = (licence: string): boolean => {
  const plain = licence.replaceAll(/[()]/g, ' ')
  const names = plain.split(/\s+(?:AND|OR)\s+/).map((name) => name.trim())
  return /\sOR\s/.test(plain) && !/\sAND\s/.test(plain)
    ? names.some((name) => allowed.has(name))
    : names.every((name) => allowed.has(name))
}

const isException = ({ name }: Installed): boolean =>
  Object.keys(exceptions).some((known) => (known.endsWith('-') ? name.startsWith(known) : name === known))

/** The packages whose licence is not allowed, or not known. */
export const refused = (packages: readonly Installed[]): readonly Installed[] =>
  packages.filter((one) => !isAllowed(one.licence) && !isException(one))
