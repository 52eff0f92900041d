import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { exceptions, refused, runtimePackages } from './licences.ts'

/**
 * What the portal runs with: licences (which must be allowed), a bill of materials, known weaknesses and what is outdated
 * – the last two only where the registry answers. `npm run report:dependencies`
 */

const say = (text: string): boolean => process.stdout.write(`${text}\n`)

const npm = (args: readonly string[]): string => {
  const { stdout } = spawnSync('npm', args, { encoding: 'utf8', timeout: 120_000, maxBuffer: 64 * 1024 * 1024 })
  return stdout ?? ''
}

/** What npm said in JSON, or null where it said none of the kind: nobody answered. */
const answerOf = <T>(schema: z.ZodType<T>, args: readonly string[]): T | null => {
  try {
    return schema.parse(JSON.parse(npm(args)))
  } catch {
    return null
  }
}

const bill = z.object({ bomFormat: z.literal('CycloneDX'), components: z.array(z.unknown()).min(1) })
const weaknesses = z.object({
  metadata: z.object({ vulnerabilities: z.object({ moderate: z.number(), high: z.number(), critical: z.number() }) })
})
const outdated = z.record(z.string(), z.object({ current: z.string(), latest: z.string() }))

const reportLicences = (): boolean => {
  const packages = runtimePackages(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const counts = Map.groupBy(packages, ({ licence }) => licence || 'not named')
  say(`Licences of ${packages.length} packages that run in service:`)
  for (const [licence, own] of [...counts].sort(([, one], [, other]) => other.length - one.length))
    say(`  ${String(own.length).padStart(4)}  ${licence}`)
  for (const [name, why] of Object.entries(exceptions)) say(`  exception: ${name} – ${why}`)
  const bad = refused(packages)
  for (const { name, version, licence } of bad)
    say(`  NOT ALLOWED: ${name} ${version}: ${licence || 'no licence named'}`)
  return bad.length === 0
}

const writeBill = (): boolean => {
  const text = npm([
    'sbom',
    '--sbom-format',
    'cyclonedx',
    '--sbom-type',
    'application',
    '--package-lock-only',
    '--omit',
    'dev'
  ])
  const parsed = bill.safeParse(JSON.parse(text === '' ? 'null' : text))
  if (!parsed.success) {
    say('Bill of materials: npm made none')
    return false
  }
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/sbom.cdx.json', text)
  say(`Bill of materials: dist/sbom.cdx.json (CycloneDX, ${parsed.data.components.length} components)`)
  return true
}

const reportWeaknesses = (): boolean => {
  const found = answerOf(weaknesses, ['audit', '--omit', 'dev', '--json'])?.metadata.vulnerabilities
  if (found === undefined) {
    say('Known weaknesses: not reachable – the registry did not answer; ask again where it does')
    return true
  }
  say(`Known weaknesses: ${found.critical} critical, ${found.high} high, ${found.moderate} moderate`)
  return found.critical + found.high === 0
}

const reportOutdated = (): void => {
  const found = answerOf(outdated, ['outdated', '--omit', 'dev', '--json'])
  if (found === null) say('Outdated: not reachable')
  else {
    say(`Outdated: ${Object.keys(found).length}`)
    for (const [name, { current, latest }] of Object.entries(found)) say(`  ${name} ${current} → ${latest}`)
  }
}

const results = [reportLicences(), writeBill(), reportWeaknesses()]
reportOutdated()
if (results.includes(false)) process.exitCode = 1
