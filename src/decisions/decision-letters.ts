import { formatDate, formatPeriod } from '../../views/format.ts'
import type { Application } from '../applications/application.ts'
import type { CertificateIssue } from '../certificates/add-certificate.ts'
import { renewalOpensOn } from '../certificates/period.ts'
import type { LetterDraft } from '../letters/letter.ts'
import type { LetterValues } from '../letters/letter-kind.ts'
import { paths } from '../paths.ts'
import { dateOf } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { describeShortestWay } from '../scoring/index.ts'
import type { DecisionFacts } from './decision.ts'
import type { DecisionCase } from './read-decision-case.ts'
import { wayToStandard } from './refusal.ts'

type Settings = Pick<Context, 'scheme' | 'baseUrl'>

const applicationValues = ({ number, submittedAt }: Application) => ({
  appliedOn: submittedAt === null ? '' : formatDate(dateOf(submittedAt)),
  receiptNumber: number ?? ''
})

/** What tells a company that it is certified, and what follows. */
export const certifiedValues = (
  { scheme, baseUrl }: Settings,
  application: Application,
  { number, period, certificateId, verificationCode }: CertificateIssue
): LetterValues<'certified'> => ({
  ...applicationValues(application),
  number: `第${number}号`,
  period: formatPeriod(period),
  certificateUrl: `${baseUrl}${paths.certificate(certificateId)}`,
  verificationUrl: `${baseUrl}${paths.verification(verificationCode)}`,
  renewalOpensOn: formatDate(renewalOpensOn(period, scheme.renewalWindowDays))
})

/** What tells a company that its certification is renewed, and what follows. */
export const renewedValues = (
  settings: Settings,
  application: Application,
  certificate: CertificateIssue,
  renewalCount: number
): LetterValues<'renewed'> => ({
  ...certifiedValues(settings, application, certificate),
  renewalCount: `${renewalCount}回目`
})

/** Until when the certification holds that was not renewed. */
const endWords = ({ today, renewal }: DecisionFacts): string => {
  if (renewal === null || renewal.endedOn !== null) return ''
  const { endsOn } = renewal.lastPeriod
  return endsOn < today ? 'これまでの認定は、終わりました。' : `これまでの認定は、${formatDate(endsOn)}まで有効です。`
}

/** Tells a company that it is not certified, why, how near it is, and that it may apply again. */
export const refusedDraft = (
  { scheme, baseUrl }: Settings,
  { file, facts }: Pick<DecisionCase, 'file' | 'facts'>,
  reasons: string
): LetterDraft<'refused'> => {
  const way = wayToStandard(file)
  return {
    kind: 'refused',
    addressee: file.submission.content.profile.name,
    values: {
      ...applicationValues(file.application),
      reasons,
      way: way === null ? '' : `認定基準まで、${describeShortestWay(way)}です。`,
      hearing: `審査に当たっては、${scheme.committee}の意見を聴きました。${endWords(facts)}`,
      url: `${baseUrl}${paths.company}`
    }
  }
}
