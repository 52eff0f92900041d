import { type Retention, usualRetention } from './retention.ts'

/** What a city sets about its certification. Values, no configuration: a city edits the value below. */
export type Scheme = {
  /** The city that certifies. */
  readonly city: string
  /** The city's code (全国地方公共団体コード, JIS X 0402 with its check digit), by which tables of several cities are joined. */
  readonly localGovernmentCode: string
  /** The scheme's full name, without the city. */
  readonly name: string
  /** What a certified company may call itself, without the city. */
  readonly honour: string
  /** Who certifies, as the certificate is signed. */
  readonly mayor: { readonly title: string; readonly name: string }
  /** Whom companies and citizens turn to. */
  readonly secretariat: Secretariat
  /** The body whose opinion the city hears before an initial certification. */
  readonly committee: string
  /** How long a certification holds, in years. */
  readonly certificationYears: number
  /** How many days before the end of a certification its renewal can be begun. */
  readonly renewalWindowDays: number
  /** How many days after the end a renewal is still taken; it then begins, as always, on the day after that end. */
  readonly lateRenewalDays: number
  /** How many days before the end of a certification its company is reminded of the renewal, the earliest first. */
  readonly renewalReminderDays: readonly number[]
  /** How many days after the end, with no renewal under way, it is reminded for the last time. */
  readonly expiredReminderDays: number
  /**
   * For how many fiscal years from the introduction of a new edition a certification of the old one is renewed in the
   * old one: 1 is what the papers did in FY2023, 0 renews in the new edition at once.
   */
  readonly oldEditionYears: number
  /** How many days before a meeting members who have not spoken on every case are reminded. */
  readonly meetingReminderDays: number
  /** How many days a company has at least to state its view before its certification can be revoked. */
  readonly revocationAnswerDays: number
  /** How many days a company has to correct a returned application, unless the secretariat sets another deadline. */
  readonly correctionDays: number
  /** What may be attached, in bytes. */
  readonly attachmentLimits: { readonly fileBytes: number; readonly applicationBytes: number }
  /** How many days a stored file that nothing uses is kept, such as a picture that was chosen and never sent. */
  readonly unusedFileDays: number
  /** How many days it usually takes from submission to decision; shown to companies, promised to nobody. */
  readonly usualProcessingDays: { readonly initial: number; readonly renewal: number }
  /**
   * How many days before a meeting an application has to come in so that it can usually be heard there: the time that the
   * secretariat needs for its examination. Shown to those who think of applying, promised to nobody.
   */
  readonly usualScreeningDays: number
  /** How long personal data is kept. */
  readonly retention: Retention
  /** Under what licence everybody may use the open data. */
  readonly openDataLicence: Licence
  /** The indicator of the city's plan that the scheme feeds. */
  readonly indicator: Indicator
}

/** A licence as people and machines know it. */
type Licence = {
  readonly name: string
  /** As SPDX lists it. */
  readonly identifier: string
  readonly url: string
}

/** The secretariat's contact, as it stands in the footer of every page and in every letter. */
type Secretariat = {
  readonly section: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly email: string
}

/** An indicator with the targets that the plan states; a fiscal year without a target has none. */
type Indicator = {
  readonly name: string
  readonly unit: string
  readonly targets: readonly { readonly fiscalYear: number; readonly target: number }[]
}

const megabyte = 1024 * 1024

/**
 * Asaka, as its papers have it. The mayor's name and the secretariat's contact are placeholders that a city replaces
 * before going into service; windows, deadlines, limits and processing times are not in the papers and are ours.
 */
export const asaka: Scheme = {
  city: '朝霞市',
  localGovernmentCode: '112275',
  name: 'ワーク・ライフ・グッドバランス企業認定制度',
  honour: 'ワーク・ライフ・グッドバランス企業',
  mayor: { title: '朝霞市長', name: '朝霞 太郎' },
  secretariat: {
    section: '産業振興課',
    postalCode: '000-0000',
    address: '埼玉県朝霞市（所在地の見本）',
    phone: '048-000-0000',
    email: 'wlgb@example.jp'
  },
  committee: '朝霞市産業振興基本計画推進委員会',
  certificationYears: 3,
  renewalWindowDays: 180,
  lateRenewalDays: 90,
  renewalReminderDays: [180, 90, 30, 7],
  expiredReminderDays: 7,
  oldEditionYears: 0,
  meetingReminderDays: 3,
  revocationAnswerDays: 14,
  correctionDays: 14,
  attachmentLimits: { fileBytes: 10 * megabyte, applicationBytes: 50 * megabyte },
  unusedFileDays: 30,
  usualProcessingDays: { initial: 60, renewal: 30 },
  usualScreeningDays: 21,
  retention: usualRetention,
  openDataLicence: {
    name: 'クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）',
    identifier: 'CC-BY-4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/deed.ja'
  },
  indicator: {
    name: 'ワーク・ライフ・バランス推進企業認定数',
    unit: '事業所',
    targets: [
      { fiscalYear: 2020, target: 5 },
      { fiscalYear: 2021, target: 10 },
      { fiscalYear: 2022, target: 15 },
      { fiscalYear: 2023, target: 25 },
      { fiscalYear: 2028, target: 60 }
    ]
  }
}
