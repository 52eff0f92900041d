import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSources } from '../support/imports.ts'
import { cryptography, keys } from './cryptography.ts'
import { neighbours } from './neighbours.ts'
import { withParts } from './security-document.ts'

const text = readFileSync('docs/security.md', 'utf8')
const settings = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name = '']) => name)

describe('the document of security', () => {
  it('says what the code says', () => {
    expect(withParts(text)).toBe(text)
  })

  it('can be read in one go, and leads to files and headings that exist', () => {
    expect(text.split('\n').length).toBeLessThan(225)
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) => words.toLowerCase().replaceAll(' ', '-'))
    const targets = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
    expect(targets.length).toBeGreaterThan(20)
    for (const target of targets)
      if (target.startsWith('#')) expect(headings).toContain(target.slice(1))
      else
        expect([target, existsSync(new URL(target, new URL('../../docs/', import.meta.url)))]).toEqual([target, true])
  })

  it('names no setting and no test that does not exist', () => {
    const named = [...text.matchAll(/`([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)`/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !settings.includes(name))).toEqual([])
  })

  it('refuses a mark without a part, and a part without a mark', () => {
    expect(() => withParts(text.replace('code: keys', 'code: locks'))).toThrow('locks')
    expect(() => withParts(text.replaceAll('<!-- until here -->', ''))).toThrow('no mark for')
  })
})

describe('the inventory of cryptography', () => {
  it('names every source that uses any', () => {
    const packages = /^(node:crypto|jose|pkijs|asn1js|otpauth|openid-client|@fastify\/cookie)$/
    const using = readSources(['src'])
      .filter(({ loads, text: code }) => loads.some((name) => packages.test(name)) || /\bcrypto\.subtle\b/.test(code))
      .map(({ path }) => path)
    expect([...new Set(cryptography.flatMap(({ sources }) => sources))].sort()).toEqual(using.sort())
  })

  it('names every secret setting once, and no key without one', () => {
    const secret = settings.filter((name) => /_(SECRET|KEY|TOKEN|PASSWORD|P12)$|^(DATABASE|SMTP)_URL$/.test(name))
    expect(keys.map(({ setting }) => setting).sort()).toEqual(secret.sort())
    for (const { key } of cryptography) if (key !== null) expect(secret).toContain(key)
  })
})

describe('the table of those whom the portal asks', () => {
  it('names limits that stand in the sources', () => {
    for (const { who, setting, proof, facts } of neighbours) {
      expect([who, settings.includes(setting), existsSync(proof)]).toEqual([who, true, true])
      for (const [file, fact] of facts) expect([who, readFileSync(file, 'utf8').includes(fact)]).toEqual([who, true])
    }
  })
})
