import { eq } from 'drizzle-orm'
import { certificationPeriods, certifications } from '../certificates/table.ts'
import type { Database } from '../platform/database.ts'
import type { CertifiedPeriod } from '../scheme/indicator.ts'

/** Every period of every certification, with the day on which the certification was ended early. */
export const certifiedPeriods = (db: Database): Promise<readonly CertifiedPeriod[]> =>
  db
    .select({
      certificationId: certifications.id,
      startsOn: certificationPeriods.startsOn,
      endsOn: certificationPeriods.endsOn,
      endedOn: certifications.endedOn
    })
    .from(certificationPeriods)
    .innerJoin(certifications, eq(certifications.id, certificationPeriods.certificationId))
