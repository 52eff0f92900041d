import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCertificate } from '../../src/certificates/certificate-store.ts'
import { certificates, certifications } from '../../src/certificates/table.ts'
import { MissingGlyphError } from '../../src/documents/glyphs.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { readStoredFile } from '../../src/platform/files.ts'
import { counters } from '../../src/platform/table.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { submittedCase } from '../support/cases.ts'
import { issueFor } from '../support/issued.ts'
import { readPdf } from '../support/pdf-reader.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const lastNumber = async (): Promise<number> => {
  const [row] = await portal.context.db.select().from(counters).where(eq(counters.name, 'certification'))
  return row?.value ?? 0
}

const newCase = () => submittedCase(portal.context, { status: 'certified' })

/** What becomes of a promise, as a value. */
const outcomeOf = <T>(promise: Promise<T>): Promise<T | unknown> => promise.catch((error: unknown) => error)

describe('issuing a certificate', () => {
  it('archives a PDF with number, name, period and code', async () => {
    const { context } = portal
    const number = (await lastNumber()) + 1
    const issued = await issueFor(context, await newCase(), { companyName: '髙﨑𠮷商店' }, () => new Uint8Array(12))
    expect(issued).toMatchObject({ number, period: { startsOn: '2026-12-01', endsOn: '2029-11-30' } })
    const certificate = await findCertificate(context.db, issued.certificateId)
    expect(certificate).toMatchObject({
      number,
      companyName: '髙﨑𠮷商店',
      issuedOn: '2026-11-21',
      verificationCode: '000000000000',
      endedOn: null
    })
    const text = readPdf(await readStoredFile(context.db, certificate?.sha256 ?? '')).lines.join('')
    expect(text).toContain(`第 ${number} 号`)
    expect(text).toContain('髙﨑𠮷商店')
    expect(text).toContain('令和八年十二月一日から令和十一年十一月三十日まで')
    expect(text).toContain('令和八年十一月二十一日')
    expect(text).toContain(`${context.baseUrl}/verify/0000-0000-0000`)
  })

  it('tells the history of the application', async () => {
    const submitted = await newCase()
    const { number } = await issueFor(portal.context, submitted)
    const [event] = (await historyOf(portal.context.db, submitted.applicationId)).slice(-1)
    expect(event).toMatchObject({ kind: 'certificate-issued', details: { number, startsOn: '2026-12-01' } })
  })

  it('numbers without gap or twin when several are issued at once and one of them fails', async () => {
    const before = await lastNumber()
    const cases = await Promise.all(Array.from({ length: 6 }, newCase))
    const results = await Promise.all(
      cases.map((submitted, index) =>
        outcomeOf(issueFor(portal.context, submitted, index === 2 ? { companyName: '株式会社🍎' } : {}))
      )
    )
    expect(results[2]).toBeInstanceOf(MissingGlyphError)
    const numbers = results.flatMap((result) =>
      result !== null && typeof result === 'object' && 'number' in result ? [result.number] : []
    )
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5].map((offset) => before + offset).toSorted())
    expect(await lastNumber()).toBe(before + 5)
  })

  it('names the characters that the font lacks, writes nothing and gives the number back', async () => {
    const before = await lastNumber()
    const submitted = await newCase()
    const error = await outcomeOf(issueFor(portal.context, submitted, { companyName: '株式会社🍎🍏' }))
    expect(error).toMatchObject({ name: 'MissingGlyphError', characters: ['🍎', '🍏'] })
    expect(await lastNumber()).toBe(before)
    const rows = await portal.context.db
      .select()
      .from(certifications)
      .where(eq(certifications.companyId, submitted.companyId))
    expect(rows).toEqual([])
    expect(await historyOf(portal.context.db, submitted.applicationId)).toEqual([])
  })

  it('draws another code where chance gives one that is taken', async () => {
    const taken = new Uint8Array(12).fill(7)
    const free = new Uint8Array(12).fill(8)
    const draws = [taken, taken, free]
    await issueFor(portal.context, await newCase(), {}, () => taken)
    const { certificateId } = await issueFor(portal.context, await newCase(), {}, () => draws.shift() ?? taken)
    expect(await findCertificate(portal.context.db, certificateId)).toMatchObject({ verificationCode: '888888888888' })
  })

  it('gives up, and gives the number back, when chance is broken', async () => {
    const before = await lastNumber()
    const taken = () => new Uint8Array(12).fill(7)
    await expect(issueFor(portal.context, await newCase(), {}, taken)).rejects.toThrow('source of chance')
    expect(await lastNumber()).toBe(before)
  })

  it('cannot happen twice for an application', async () => {
    const before = await lastNumber()
    const submitted = await newCase()
    await issueFor(portal.context, submitted)
    await expect(issueFor(portal.context, submitted)).rejects.toThrow()
    expect(await lastNumber()).toBe(before + 1)
  })
})

describe('what was issued', () => {
  it.each([
    ['update certificates set issued_on = issued_on'],
    ['delete from certificates'],
    ['update certification_periods set ends_on = ends_on'],
    ['delete from certification_periods']
  ])('stays as it is: the database refuses %s', async (statement) => {
    await issueFor(portal.context, await newCase())
    const before = await portal.context.db.select().from(certificates)
    const error = await outcomeOf(portal.context.db.execute(sql.raw(statement)).then(() => null))
    expect(error).toMatchObject({ cause: { message: expect.stringContaining('append-only') } })
    expect(await portal.context.db.select().from(certificates)).toEqual(before)
  })
})
