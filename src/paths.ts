/** Every URL of the portal. Patterns for routes are made by passing `:name` as the argument. */
export const paths = {
  home: '/',
  accessibility: '/accessibility',
  privacy: '/privacy',

  signIn: '/sign-in',
  signInCode: '/sign-in/code',
  signOut: '/sign-out',

  company: '/company',
  profile: '/company/profile',
  members: '/company/members',
  memberRemoval: (id: string) => `/company/members/${id}/removal`,
  invitationRemoval: (id: string) => `/company/invitations/${id}/removal`,

  applications: '/applications',
  application: (id: string) => `/applications/${id}`,
  declarations: (id: string) => `/applications/${id}/declarations`,
  category: (id: string, number: number | string) => `/applications/${id}/categories/${number}`,
  attachments: (id: string) => `/applications/${id}/attachments`,
  itemAttachments: (id: string, itemCode: string) => `/applications/${id}/items/${itemCode}/attachments`,
  attachment: (id: string, attachmentId: string) => `/applications/${id}/attachments/${attachmentId}`,
  attachmentRemoval: (id: string, attachmentId: string) => `/applications/${id}/attachments/${attachmentId}/removal`,
  renewals: '/renewals',
  renewal: (id: string) => `/applications/${id}/renewal`,
  confirmation: (id: string) => `/applications/${id}/confirmation`,
  submission: (id: string) => `/applications/${id}/submission`,
  receipt: (id: string) => `/applications/${id}/receipt`,
  applicationStatus: (id: string) => `/applications/${id}/status`,
  withdrawal: (id: string) => `/applications/${id}/withdrawal`,

  desk: '/desk',
  case: (id: string) => `/cases/${id}`,
  caseAttachment: (id: string, attachmentId: string) => `/cases/${id}/attachments/${attachmentId}`,
  deskExport: '/desk/cases.csv',
  itemDecisions: (id: string) => `/cases/${id}/decisions`,
  reading: (id: string) => `/cases/${id}/reading`,
  caseRoute: (id: string) => `/cases/${id}/route`,
  correction: (id: string) => `/cases/${id}/correction`,
  hearings: (id: string) => `/cases/${id}/hearings`,
  caseAgenda: (id: string) => `/cases/${id}/agenda`,
  caseAgendaRemoval: (id: string) => `/cases/${id}/agenda/removal`,
  caseDecision: (id: string) => `/cases/${id}/decision`,
  caseWithdrawal: (id: string) => `/cases/${id}/withdrawal`,
  mailDelivery: (id: string, mailId: string) => `/cases/${id}/mails/${mailId}/delivery`,

  renewalsExport: '/renewals/list.csv',
  renewalNotices: (periodId: string) => `/renewals/${periodId}/notices`,

  meetings: '/meetings',
  meeting: (id: string) => `/meetings/${id}`,
  meetingAgenda: (id: string) => `/meetings/${id}/agenda`,
  meetingAgendaRemoval: (id: string, applicationId: string) => `/meetings/${id}/agenda/${applicationId}/removal`,
  meetingAnnouncement: (id: string) => `/meetings/${id}/announcement`,
  meetingCancellation: (id: string) => `/meetings/${id}/cancellation`,
  meetingClosure: (id: string) => `/meetings/${id}/closure`,
  meetingCase: (id: string, applicationId: string) => `/meetings/${id}/cases/${applicationId}`,
  meetingAttachment: (id: string, applicationId: string, attachmentId: string) =>
    `/meetings/${id}/cases/${applicationId}/attachments/${attachmentId}`,
  opinion: (id: string, applicationId: string) => `/meetings/${id}/cases/${applicationId}/opinion`,
  committeeMembers: '/committee-members',
  committeeMemberRemoval: (id: string) => `/committee-members/${id}/removal`,

  indicator: '/reports/indicator',

  certifications: '/certifications',
  certificationsExport: '/certifications/list.csv',
  certification: (id: string) => `/certifications/${id}`,
  proceedings: (id: string) => `/certifications/${id}/proceedings`,
  proceedingAnswer: (id: string, proceedingId: string) => `/certifications/${id}/proceedings/${proceedingId}/answer`,
  proceedingDecision: (id: string, proceedingId: string) =>
    `/certifications/${id}/proceedings/${proceedingId}/decision`,
  ownCertification: (id: string) => `/company/certifications/${id}`,
  ownAnswer: (id: string, proceedingId: string) => `/company/certifications/${id}/proceedings/${proceedingId}/answer`,
  surrender: (id: string) => `/company/certifications/${id}/surrender`,

  certificate: (id: string) => `/certificates/${id}`,
  letter: (id: string) => `/letters/${id}`,
  verifications: '/verify',
  verification: (code: string) => `/verify/${code}`,

  liveness: '/health/live',

  demoMails: '/dev/mails',
  demoSession: '/dev/session'
} as const
