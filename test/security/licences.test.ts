import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { exceptions, isAllowed, refused, runtimePackages } from './licences.ts'

const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'))

it.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND OFL-1.1', 'Apache-2.0'])('allows %s', (licence) => {
  expect(isAllowed(licence)).toBe(true)
})

it.each(['', 'GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN x', 'UNLICENSED', 'AGPL-3.0-only OR SSPL-1.0'])(
  'refuses %j',
  (licence) => {
    expect(isAllowed(licence)).toBe(false)
  }
)

it('finds every package that runs in service allowed', () => {
  const packages = runtimePackages(lock)
  expect(packages.length).toBeGreaterThan(100)
  expect(refused(packages)).toEqual([])
})

it('would find one that is not, and knows no exception that is not needed', () => {
  const planted = { packages: { 'node_modules/copyleft': { version: '1.0.0', license: 'AGPL-3.0-only' } } }
  expect(refused(runtimePackages(planted)).map(({ name }) => name)).toEqual(['copyleft'])
  const unknown = { packages: { 'node_modules/x/node_modules/@a/silent': { version: '1.0.0' } } }
  expect(refused(runtimePackages(unknown)).map(({ name }) => name)).toEqual(['@a/silent'])
  const names = runtimePackages(lock).filter(({ licence }) => !isAllowed(licence))
  for (const known of Object.keys(exceptions)) expect(names.some(({ name }) => name.startsWith(known))).toBe(true)
})

it('leaves out what is there for development only', () => {
  const names = runtimePackages(lock).map(({ name }) => name)
  expect(names).toContain('fastify')
  for (const tool of ['knip', 'playwright-core', 'oidc-provider']) expect(names).not.toContain(tool)
})

it('takes what runs in service from the registry that is asked, each package by its hash', () => {
  const packages = z.record(
    z.string(),
    z.object({
      dev: z.boolean().default(false),
      integrity: z.string().default(''),
      resolved: z.string().default(''),
      link: z.boolean().default(false)
    })
  )
  const named = Object.entries(z.object({ packages }).parse(lock).packages).filter(
    ([path, { dev }]) => path !== '' && !dev
  )
  expect(named.length).toBeGreaterThan(100)
  for (const [path, { integrity, resolved, link }] of named) {
    expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)])
    // A folder, a repository or a file of somebody's own would stand there.
    expect([path, link, resolved]).toEqual([path, false, expect.stringMatching(/^$|^https:\/\/[^/]+\/.*\.tgz$/)])
  }
})
