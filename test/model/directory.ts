import { expect } from 'vitest'
import { contentsOf } from '../../src/directory/entry-store.ts'
import { refreshCertified } from '../../src/directory/refresh-entries.ts'
import { isCertifiedOnDay } from './days.ts'
import type { Model, ModelCompany } from './model.ts'
import type { Real } from './portal.ts'

/** What the secretariat approved of a company's words and the company did not take back. */
const approvedWords = ({ statements }: ModelCompany): string =>
  statements.findLast(({ outcome }) => outcome === 'approved')?.words ?? ''

/** Holds the public list to the model: who is certified today, and of each only what it agreed to show. */
export const expectDirectory = async (model: Model, { context }: Real): Promise<void> => {
  const listed = await refreshCertified(context, model.today)
  const certified = model.certifications.filter((one) => isCertifiedOnDay(model, one, model.today))
  expect(listed.map(({ number }) => number).toSorted()).toEqual(certified.map(({ number }) => number).toSorted())
  const contents = await contentsOf(
    context.db,
    listed.map(({ certificationId }) => certificationId)
  )
  expect(contents.length).toBe(certified.length)
  for (const content of contents) {
    const holder = certified.find(({ number }) => number === content.number)
    const company = model.companies.find(({ key }) => key === holder?.company)
    if (company === undefined) throw new Error(`${content.number} is nobody's`)
    const consented = company.shown.split(',')
    expect({
      address: content.address !== null,
      size: content.size !== null,
      culture: content.culture !== null,
      business: content.business !== null
    }).toEqual({
      address: consented.includes('address'),
      size: consented.includes('size'),
      culture: consented.includes('culture'),
      business: consented.includes('business')
    })
    expect(content.words).toBe(approvedWords(company))
    expect(JSON.stringify(content)).not.toMatch(/contact\.example|総務 花子|048-000/)
  }
}
