import type { FastifyInstance } from 'fastify'
import type { DemoPerson } from '../views/accounts/sign-in-page.tsx'
import type { Authentication } from './accounts/authentication.ts'
import { factorRoutes } from './accounts/factor-routes.ts'
import type { IdentityProvider } from './accounts/identity-provider.ts'
import { ownAccountRoutes } from './accounts/own-account-routes.ts'
import { providerRoutes } from './accounts/provider-routes.ts'
import { accountRoutes } from './accounts/routes.ts'
import { sessionRoutes } from './accounts/session-routes.ts'
import { metricsRoutes } from './administration/metrics-routes.ts'
import { officialRoutes } from './administration/official-routes.ts'
import { peoplesSessionRoutes } from './administration/session-routes.ts'
import { statusRoutes as administrationRoutes } from './administration/status-routes.ts'
import type { Watch } from './administration/watch.ts'
import { attachmentRoutes } from './applications/attachment-routes.ts'
import { categoryRoutes } from './applications/category-routes.ts'
import { declarationsRoutes } from './applications/declarations-routes.ts'
import { applicationRoutes } from './applications/routes.ts'
import { statusRoutes } from './applications/status-routes.ts'
import { submissionRoutes } from './applications/submission-routes.ts'
import { findPeriodBrought, periodsBroughtBy } from './certificates/brought-period-store.ts'
import { certificationRoutes } from './certificates/certification-routes.ts'
import { certificationsEndingBy } from './certificates/certification-store.ts'
import { ownCertificationRoutes } from './certificates/own-certification-routes.ts'
import { proceedingRoutes } from './certificates/proceeding-routes.ts'
import { certificateRoutes } from './certificates/routes.ts'
import { signedCopyRoutes } from './certificates/signed-copy-routes.ts'
import { surrenderRoutes } from './certificates/surrender-routes.ts'
import { agendaRoutes } from './committee/agenda-routes.ts'
import { meetingOf } from './committee/agenda-store.ts'
import { cancellationRoutes } from './committee/cancellation-routes.ts'
import { closureRoutes } from './committee/closure-routes.ts'
import { meetingInvitationRoutes } from './committee/invitation-routes.ts'
import { holdAgenda } from './committee/leave-agenda.ts'
import { meetingCaseRoutes } from './committee/meeting-case-routes.ts'
import { meetingRoutes } from './committee/meeting-routes.ts'
import type { MeetingSources } from './committee/meeting-sources.ts'
import { nextMeeting } from './committee/meeting-store.ts'
import { committeeMemberRoutes } from './committee/member-routes.ts'
import { minutesRoutes } from './committee/minutes-routes.ts'
import { papersRoutes } from './committee/papers-routes.ts'
import { addToNextMeeting } from './committee/put-on-agenda.ts'
import { invitationRoutes } from './companies/invitation-routes.ts'
import { memberRoutes } from './companies/member-routes.ts'
import { profileRoutes } from './companies/profile-routes.ts'
import { badgeRoutes } from './credentials/badge-routes.ts'
import type { CredentialKey } from './credentials/credential-key.ts'
import { fileVerificationRoutes } from './credentials/file-verification-routes.ts'
import { credentialKeyRoutes } from './credentials/key-routes.ts'
import { ownBadgeRoutes } from './credentials/own-badge-routes.ts'
import { credentialRoutes } from './credentials/routes.ts'
import { decisionRoutes } from './decisions/routes.ts'
import { cardRoutes } from './directory/card-routes.ts'
import { machineRoutes } from './directory/machine-routes.ts'
import { directoryRoutes } from './directory/routes.ts'
import { showCompanies } from './directory/show-company.ts'
import { missingGlyphs } from './documents/glyphs.ts'
import { guideSlugs } from './guides/guide.ts'
import { guideRoutes } from './guides/routes.ts'
import { guideSettingRoutes } from './guides/setting-routes.ts'
import { companyHomeRoutes } from './home/company-home-routes.ts'
import { demoMailRoutes } from './home/demo-mail-routes.ts'
import { publicRoutes } from './home/public-routes.ts'
import { letterRoutes } from './letters/letter-routes.ts'
import { letterSettingRoutes } from './letters/setting-routes.ts'
import { openDataRoutes } from './opendata/routes.ts'
import { paths } from './paths.ts'
import type { Context } from './platform/context.ts'
import type { Readiness } from './platform/readiness.ts'
import { deletionRoutes } from './privacy/deletion-routes.ts'
import { exportRoutes } from './privacy/export-routes.ts'
import { pictureRoutes } from './publicity/picture-routes.ts'
import { publicityRoutes } from './publicity/publicity-routes.ts'
import { reviewRoutes } from './publicity/review-routes.ts'
import { countWaiting } from './publicity/statement-store.ts'
import { dueRoutes } from './renewals/due-routes.ts'
import { readRenewalOutlook } from './renewals/read-renewal-outlook.ts'
import { readRenewalTerms } from './renewals/read-renewal-terms.ts'
import { renewalBeginningRoutes } from './renewals/renewal-beginning-routes.ts'
import { renewalFormRoutes } from './renewals/renewal-form-routes.ts'
import { takeUpRenewal } from './renewals/take-up-renewal.ts'
import { indicatorRoutes } from './reports/indicator-routes.ts'
import { publicationRoutes } from './reports/publication-routes.ts'
import { readIndicator } from './reports/read-indicator.ts'
import { caseRouteRoutes } from './screening/case-route-routes.ts'
import { caseRoutes } from './screening/case-routes.ts'
import { caseStepRoutes } from './screening/case-step-routes.ts'
import { correctionRoutes } from './screening/correction-routes.ts'
import { deskRoutes } from './screening/desk-routes.ts'
import { questionsOf } from './screening/read-questions.ts'
import { findLatestCorrection } from './screening/screening-store.ts'
import { selfCheckApplicationRoutes } from './selfcheck/application-routes.ts'
import { beginWithAnswers } from './selfcheck/begin-with-answers.ts'
import { selfCheckRoutes } from './selfcheck/routes.ts'

/** What the slices are given of the world. */
export type SliceDeps = {
  readonly context: Context
  readonly authentication: Authentication
  /** The identity providers that people may sign in through. */
  readonly providers: readonly IdentityProvider[]
  /** Signs certificates as credentials; null where none are offered. */
  readonly credentialKey: CredentialKey | null
  /** The invented people of the demo; null in service. */
  readonly demo: { readonly people: readonly DemoPerson[] } | null
  /** Whether this process can serve now. */
  readonly readiness: () => Promise<Readiness>
  readonly watch: Watch
}

/** The routes of every slice, each with what it needs of slices to its right. */
export const addSlices = async (
  app: FastifyInstance,
  { context, authentication, providers, credentialKey, demo, readiness, watch }: SliceDeps
): Promise<void> => {
  await app.register(accountRoutes, { context, authentication, providers, demo })
  await app.register(providerRoutes, { context, authentication, providers })
  await app.register(factorRoutes, { context, authentication })
  await app.register(sessionRoutes, { context, authentication })
  await app.register(profileRoutes, {
    context,
    beginApplication: (input) => beginWithAnswers(context, input)
  })
  await app.register(memberRoutes, { context })
  await app.register(invitationRoutes, { context })
  const sources: MeetingSources = {
    certificatesOf: periodsBroughtBy,
    indicatorOn: (db, on) => readIndicator(db, context.scheme, on)
  }
  for (const routes of [
    meetingRoutes,
    agendaRoutes,
    papersRoutes,
    meetingInvitationRoutes,
    minutesRoutes,
    closureRoutes,
    cancellationRoutes
  ])
    await app.register(routes, { context, sources })
  for (const routes of [committeeMemberRoutes, meetingCaseRoutes]) await app.register(routes, { context })
  for (const routes of [
    letterRoutes,
    letterSettingRoutes,
    guideRoutes,
    openDataRoutes,
    guideSettingRoutes,
    certificateRoutes,
    signedCopyRoutes,
    certificationRoutes,
    proceedingRoutes,
    ownCertificationRoutes,
    surrenderRoutes
  ])
    await app.register(routes, { context })
  await app.register(decisionRoutes, { context })
  for (const routes of [badgeRoutes, ownBadgeRoutes, fileVerificationRoutes]) await app.register(routes, { context })
  for (const routes of [credentialRoutes, credentialKeyRoutes])
    await app.register(routes, { context, key: credentialKey })
  await app.register(indicatorRoutes, { context })
  await app.register(publicationRoutes, { context })
  for (const routes of [directoryRoutes, cardRoutes]) await app.register(routes, { context })
  await app.register(machineRoutes, {
    context,
    publicPages: [paths.home, paths.companies, paths.selfCheck, paths.openData, ...guideSlugs.map(paths.guide)]
  })
  await app.register(attachmentRoutes, { context })
  await app.register(publicityRoutes, { context, ...showCompanies(context) })
  for (const routes of [pictureRoutes, reviewRoutes]) await app.register(routes, { context })
  for (const routes of [ownAccountRoutes, exportRoutes, deletionRoutes]) await app.register(routes, { context })
  await app.register(companyHomeRoutes, { context })
  for (const routes of [officialRoutes, peoplesSessionRoutes]) await app.register(routes, { context })
  for (const routes of [administrationRoutes, metricsRoutes]) await app.register(routes, { context, watch })
  await app.register(publicRoutes, { context, readiness })
  for (const routes of [selfCheckRoutes, selfCheckApplicationRoutes]) await app.register(routes, { context })
  if (demo !== null) await app.register(demoMailRoutes, { context })
  const screening = { context, nextMeeting, unprintableIn: missingGlyphs, periodBrought: findPeriodBrought }
  await app.register(caseRoutes, { ...screening, placeOnAgenda: addToNextMeeting })
  await app.register(caseRouteRoutes, screening)
  await app.register(correctionRoutes, screening)
  await app.register(caseStepRoutes, { ...screening, holdAgenda })
  const correction = {
    correctionOf: (id: string) => findLatestCorrection(context.db, id),
    questionsOf: (id: string) => questionsOf(context.db, id)
  }
  await app.register(applicationRoutes, {
    context,
    ...correction,
    leadToRenewal: (input) => takeUpRenewal(context, input)
  })
  await app.register(renewalBeginningRoutes, { context })
  await app.register(renewalFormRoutes, { context, ...correction })
  await app.register(categoryRoutes, { context, questionsOf: correction.questionsOf })
  await app.register(declarationsRoutes, { context })
  await app.register(deskRoutes, {
    context,
    nextMeeting,
    certificationsEnding: certificationsEndingBy,
    statementsWaiting: countWaiting
  })
  await app.register(dueRoutes, { context })
  await app.register(submissionRoutes, {
    context,
    renewalOf: (draft) => readRenewalOutlook(context.db, context, draft),
    termsOf: (tx, application) => readRenewalTerms(tx, context, application)
  })
  await app.register(statusRoutes, {
    context,
    ...correction,
    meetingDateOf: async (id) => (await meetingOf(context.db, id))?.heldOn ?? null
  })
}
