import { certificatesOf, findCertificateOf } from '../certificates/certificate-store.ts'
import { proceedingsOf } from '../certificates/proceeding-store.ts'
import { findLetter, lettersTo } from '../letters/letter-store.ts'
import type { Database } from '../platform/database.ts'
import { type ExportEntry, jsonEntry } from './export-entry.ts'
import { pathPart } from './export-path.ts'
import { readExportedFile } from './read-exported-file.ts'

const letterEntries = async (db: Database, companyId: string): Promise<readonly ExportEntry[]> =>
  (await lettersTo(db, companyId)).map(({ id, label, issuedOn }) => ({
    path: `通知文/${issuedOn} ${pathPart(label)}.pdf`,
    what: `市からの通知文（${label}）`,
    read: async () => {
      const letter = await findLetter(db, id, companyId)
      if (letter === null) throw new Error(`letter ${id} is missing`)
      return readExportedFile(db, letter.sha256)
    }
  }))

const certificateEntries = async (db: Database, companyId: string): Promise<readonly ExportEntry[]> => {
  const held = await certificatesOf(db, companyId)
  const printed = held.flatMap(({ certificateId, number, period }) =>
    certificateId === null
      ? []
      : [
          {
            path: `認定証/第${number}号 ${period.startsOn}から.pdf`,
            what: `認定証（第${number}号）`,
            read: async () => {
              const certificate = await findCertificateOf(db, companyId, certificateId)
              if (certificate === null) throw new Error(`certificate ${certificateId} is missing`)
              return readExportedFile(db, certificate.sha256)
            }
          }
        ]
  )
  const proceedings = async () => {
    const ids = [...new Set(held.map(({ certificationId }) => certificationId))]
    const all = await Promise.all(ids.map((id) => proceedingsOf(db, id)))
    return all.flat().map(({ grounds, answerBy, answer, decision }) => ({
      grounds,
      answerBy,
      answer: answer && { text: answer.text, at: answer.at },
      decision: decision && { outcome: decision.outcome, reason: decision.reason, at: decision.at }
    }))
  }
  const record = jsonEntry('認定証/認定の記録.json', '認定の記録', async () => ({
    periods: held,
    proceedings: await proceedings()
  }))
  return held.length === 0 ? [] : [record, ...printed]
}

/** What the city gave a company on paper: letters, certificates, and the record of its certifications. */
export const paperEntries = async (db: Database, companyId: string): Promise<readonly ExportEntry[]> => [
  ...(await letterEntries(db, companyId)),
  ...(await certificateEntries(db, companyId))
]
