import { findCompanyOf } from '../../src/companies/company-store.ts'
import type { PictureKind, TakenPicture } from '../../src/pictures/picture.ts'
import { takePicture } from '../../src/pictures/take-picture.ts'
import type { Context } from '../../src/platform/context.ts'
import { storeFile } from '../../src/platform/files.ts'
import { concludeStatement } from '../../src/publicity/conclude-statement.ts'
import { insertPicture } from '../../src/publicity/picture-store.ts'
import type { Publicity } from '../../src/publicity/publicity.ts'
import { findSettings } from '../../src/publicity/publicity-store.ts'
import { savePublicity } from '../../src/publicity/save-publicity.ts'
import type { StatementContent } from '../../src/publicity/statement.ts'
import { stateOf } from '../../src/publicity/statement-store.ts'
import { accountOf } from '../committee/meeting-of-cases.ts'
import { pngOf } from './pictures.ts'

const size = { width: 480, height: 320 }

/** A company's member as an actor, and the company. */
export const memberOf = async (context: Context, email: string) => {
  const actor = await accountOf(context, email)
  const company = await findCompanyOf(context.db, actor.id)
  if (company === null) throw new Error(`${email} has no company`)
  return { actor, companyId: company.id }
}

let taken: Promise<Readonly<Record<PictureKind, TakenPicture>>> | null = null

/** Drawn and made anew once: most tests want just some picture. */
const somePictures = (): NonNullable<typeof taken> => {
  taken ??= (async () => {
    const take = async (kind: PictureKind): Promise<TakenPicture> => {
      const result = await takePicture(await pngOf(size), kind)
      if (!result.ok) throw new Error(result.reason)
      return result.picture
    }
    return { photo: await take('photo'), logo: await take('logo') }
  })()
  return taken
}

/** A photo and a logo that a company has sent. */
export const sentPictures = async (context: Context, email: string) => {
  const { actor, companyId } = await memberOf(context, email)
  const add = async (kind: PictureKind): Promise<string> => {
    const { content, width, height } = (await somePictures())[kind]
    const sha256 = await storeFile(context.db, context, content)
    const takenAt = context.clock.now()
    await insertPicture(context.db, { companyId, kind, sha256, width, height, takenAt, takenBy: actor.id })
    return sha256
  }
  return { photo: await add('photo'), logo: await add('logo') }
}

/** Saves what a company shows, on top of what stands; gives the waiting statement's id, or null. */
export const savedPublicity = async (
  context: Context,
  email: string,
  { statement, ...settings }: Partial<Omit<Publicity, 'statement'>> & { readonly statement?: Partial<StatementContent> }
): Promise<string | null> => {
  const { actor, companyId } = await memberOf(context, email)
  const publicity: Publicity = {
    shown: [],
    jobsUrl: '',
    ...settings,
    statement: { words: '', photo: null, photoDescription: '', logo: null, ...statement }
  }
  const version = (await findSettings(context.db, companyId))?.version ?? 0
  const saved = await savePublicity(context, { companyId, publicity, version, actor })
  if (!saved.ok) throw new Error(saved.reason)
  return (await stateOf(context.db, companyId)).waiting?.id ?? null
}

/** Words, photo and logo of a company that wait for the secretariat. */
export const waitingStatement = async (context: Context, email: string, words = '声をかけ合える職場です。') => {
  const pictures = await sentPictures(context, email)
  const statement = { words, photoDescription: '作業場の様子', ...pictures }
  const id = await savedPublicity(context, email, { statement })
  if (id === null) throw new Error('nothing waits')
  return { id, ...pictures }
}

/** Approves a waiting statement for the secretariat. */
export const approve = async (context: Context, statementId: string, official: string): Promise<void> => {
  const actor = await accountOf(context, official)
  const result = await concludeStatement(context, { statementId, conclusion: { outcome: 'approved' }, actor })
  if (!result.ok) throw new Error(result.reason)
}
