import { type KeptId, keptData } from '../../src/privacy/kept-data.ts'

/** How well data is kept from others. */
export type Level = 'public' | 'personal' | 'confidential' | 'secret'

/** The level of every kind of data that is kept: that of its most sensitive part. */
const levelOf: Readonly<Record<KeptId, Level>> = {
  account: 'personal',
  signIn: 'secret',
  companyName: 'personal',
  companyContact: 'personal',
  companyPeople: 'personal',
  draft: 'confidential',
  caseContent: 'confidential',
  files: 'confidential',
  examination: 'confidential',
  decision: 'confidential',
  cityPapers: 'confidential',
  publicity: 'public',
  history: 'confidential',
  actor: 'personal',
  views: 'personal',
  office: 'personal',
  mails: 'confidential'
}

/** What is demanded for a level. */
type Protection = Readonly<
  Record<'what' | 'seenBy' | 'atRest' | 'onTheWay' | 'inTheLog' | 'inCaches' | 'inBackups', string>
>

const disk = 'the disk’s encryption (operator)'
const tls = 'TLS; to the database and the mail server too unless they stand on the machine (operator)'
const sealed = 'sealed with `BACKUP_KEY`'

export const protections: Readonly<Record<Level, Protection>> = {
  public: {
    what: 'What a company shows of itself, once it is approved; before that confidential',
    seenBy: 'everybody',
    atRest: disk,
    onTheWay: 'TLS',
    inTheLog: 'by id',
    inCaches: 'allowed',
    inBackups: sealed
  },
  personal: {
    what: 'Who somebody is and how to reach them',
    seenBy:
      'the own company, the secretariat, and officials as src/access.ts says; of a certified company name and address are published',
    atRest: disk,
    onTheWay: tls,
    inTheLog: 'never; accounts by id',
    inCaches: 'no-store',
    inBackups: sealed
  },
  confidential: {
    what: 'What a company hands in, and what is said of it',
    seenBy:
      'the own company, the secretariat, the committee for its meetings; each look is recorded; files after a scan',
    atRest: `${disk}; files by their SHA-256, compared every night`,
    onTheWay: tls,
    inTheLog: 'never; cases by id',
    inCaches: 'no-store, handed out in a sandbox',
    inBackups: sealed
  },
  secret: {
    what: 'What opens an account',
    seenBy: 'nobody; shown once when it is made',
    atRest: 'as a keyed or slow hash, or sealed',
    onTheWay: `${tls}; never in an address`,
    inTheLog: 'never',
    inCaches: 'no-store',
    inBackups: 'left out; but second factors (sealed, hashed) and links to providers go along'
  }
}

const isKind = (id: string): id is KeptId => id in levelOf

/** The kinds of data of a level, in the words of the privacy page. */
export const dataOf = (level: Level): readonly string[] =>
  Object.entries(keptData).flatMap(([id, { what }]) => (isKind(id) && levelOf[id] === level ? [what] : []))
