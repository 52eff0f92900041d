import type { KeptId } from './kept-data.ts'

/** What the columns of a table hold: by row of the table of kept data, or `none` where no personal data can be. */
type Classified = Readonly<Partial<Record<KeptId | 'none', string>>>

/**
 * Every table and every column of the database, in exactly one place, names separated by blanks. A test compares this with
 * the database: a column that is not here, or that is here twice, fails. Keys that name a person (`…_by`) are personal as
 * long as the account is not erased.
 */
export const keptColumns: Readonly<Record<string, Classified>> = {
  users: { account: 'name email image last_signed_in_at', none: 'id email_verified created_at updated_at erased_at' },
  sessions: {
    signIn: 'user_id token_hash browser method created_at last_seen_at factor_at',
    none: 'id'
  },
  sign_in_codes: { signIn: 'token_hash email code_hash', none: 'tries expires_at' },
  attempts: { signIn: 'key', none: 'kind count started_at' },
  second_factors: { signIn: 'user_id secret recovery_salt', none: 'used_step since' },
  factor_enrolments: { signIn: 'session_id secret', none: 'begun_at' },
  recovery_codes: { signIn: 'user_id code_hash', none: 'used_at' },
  identities: {
    signIn: 'account_id provider_id user_id access_token refresh_token id_token scope password legal_entity_number',
    none: 'id access_token_expires_at refresh_token_expires_at created_at updated_at'
  },
  provider_sign_ins: {
    signIn: 'state_hash browser_hash return_path',
    none: 'provider_id expires_at used_at'
  },
  role_grants: { office: 'user_id role granted_at granted_by revoked_at revoked_by', none: 'id' },

  companies: {
    companyName: 'name name_kana legal_entity_number postal_code address industry employees',
    companyContact:
      'representative_title representative_name contact_name contact_email contact_phone website business culture',
    actor: 'updated_by',
    none: 'id version created_at updated_at erased_at'
  },
  company_members: { companyPeople: 'company_id user_id since' },
  company_invitations: { companyPeople: 'email invited_by', none: 'id company_id invited_at accepted_at' },

  applications: {
    decision: 'number submitted_at status status_since',
    actor: 'begun_by',
    none: 'id company_id kind renews edition evaluation_year begun_at erased_at'
  },
  application_sections: {
    draft: 'data',
    actor: 'updated_by',
    none: 'application_id section version updated_at'
  },
  attachments: {
    caseContent: 'file_name sha256',
    actor: 'added_by',
    none: 'id application_id item_code media_type size added_at removed_at'
  },
  submissions: {
    caseContent: 'content',
    actor: 'submitted_by',
    none: 'id application_id round submitted_at submitted_on'
  },
  file_scans: { none: 'sha256 state found engine attempts last_error asked_at scanned_at' },
  stored_files: { files: 'content', none: 'sha256 size stored_at' },

  item_decisions: {
    examination: 'reason',
    actor: 'decided_by',
    none: 'id application_id round item_code decision decided_at'
  },
  reading_choices: { examination: 'reason', actor: 'chosen_by', none: 'id application_id reading chosen_at' },
  correction_requests: {
    examination: 'message',
    actor: 'requested_by',
    none: 'id application_id round deadline requested_at'
  },
  hearing_notes: {
    examination: 'participants note',
    actor: 'recorded_by',
    none: 'id application_id held_on channel recorded_at'
  },
  route_choices: {
    examination: 'grounds reason',
    actor: 'chosen_by',
    none: 'id application_id round route proposed chosen_at'
  },
  case_views: {
    views: 'user_id role kind viewed_on first_at last_at count',
    none: 'application_id'
  },

  meetings: {
    cityPapers: 'place cancel_reason',
    actor: 'created_by closed_by cancelled_by',
    none: 'id number held_on created_at closed_at cancelled_at'
  },
  agenda_items: { actor: 'added_by', none: 'id meeting_id application_id added_at outcome' },
  opinions: { cityPapers: 'member_id opinion comment given_at', none: 'id agenda_item_id' },
  meeting_attendance: { cityPapers: 'member_id', none: 'meeting_id' },
  meeting_papers: { cityPapers: 'sha256', actor: 'made_by', none: 'id meeting_id pages size made_at' },
  reported_renewals: { none: 'application_id meeting_id reported_at' },
  letters: {
    cityPapers: 'addressee subject body sha256',
    none: 'id kind company_id subject_id issued_on issued_at'
  },
  letter_texts: { actor: 'saved_by', none: 'id kind subject body saved_at' },
  guide_revisions: { actor: 'saved_by', none: 'id slug body saved_at' },

  decisions: {
    decision: 'outcome reasons basis decided_on',
    actor: 'decided_by',
    none: 'id application_id decided_at'
  },
  certifications: {
    decision: 'company_id number ended_on ended_how ended_reason',
    actor: 'ended_by',
    none: 'id created_at'
  },
  certification_periods: {
    decision: 'starts_on ends_on renewal_count',
    none: 'id certification_id application_id'
  },
  certificates: {
    decision: 'verification_code company_name sha256 issued_on signer',
    none: 'id period_id issued_at'
  },
  signed_certificates: { decision: 'sha256 signer', actor: 'uploaded_by', none: 'id certificate_id uploaded_at' },
  revocation_proceedings: {
    decision: 'grounds answer_by answer answer_channel outcome outcome_reason',
    actor: 'opened_by answered_by decided_by',
    none: 'id certification_id opened_at answered_at decided_at'
  },
  credential_keys: { none: 'kid public_key first_used_at' },

  publicity_settings: {
    publicity: 'shown jobs_url',
    actor: 'updated_by',
    none: 'company_id version updated_at'
  },
  publicity_statements: {
    publicity: 'words photo photo_description logo reason',
    actor: 'sent_by decided_by',
    none: 'id company_id sent_at outcome decided_at'
  },
  publicity_pictures: {
    publicity: 'sha256',
    actor: 'taken_by',
    none: 'company_id kind width height taken_at'
  },
  directory_entries: {
    publicity: 'name_kana industry size passed_categories measures search_text bigrams content',
    none: 'certification_id company_id made_from made_at'
  },

  events: { history: 'actor_name details', actor: 'actor_id', none: 'id at subject_id kind' },
  mails: {
    mails: 'recipient subject body last_error',
    none: 'id kind subject_id state attempts created_at sent_at'
  },
  work_runs: { none: 'id work started_at finished_at outcome details' },
  notices: { none: 'kind subject_id occasion sent_at' },
  counters: { none: 'name value' }
}
