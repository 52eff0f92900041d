import { accountsWithRole } from '../accounts/account-store.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { claimNotice } from '../platform/notices.ts'
import { queueMail } from '../platform/outbox.ts'
import { hashesAfter, isWhole, missingHashes } from './file-audit-store.ts'
import { type FileDamage, fileDamageMail } from './file-damage-mail.ts'

/** Files between which other work of the database has its turn. */
const batch = 50

/** How many stored files were looked at, and which are not as they were stored. */
export type FileAudit = FileDamage & { readonly checked: number }

const lookAtAll = async (db: Database): Promise<Pick<FileAudit, 'checked' | 'damaged'>> => {
  const damaged: string[] = []
  let [checked, last] = [0, '']
  for (let next = await hashesAfter(db, last, batch); next.length > 0; next = await hashesAfter(db, last, batch)) {
    for (const sha256 of next) if (!(await isReadable(db, sha256))) damaged.push(sha256)
    checked += next.length
    last = next.at(-1) ?? last
  }
  return { checked, damaged }
}

/** Where the disk itself lost bytes, the database throws in place of answering: that is damage too, unless it is away. */
const isReadable = async (db: Database, sha256: string): Promise<boolean> => {
  try {
    return await isWhole(db, sha256)
  } catch (error) {
    if ((await hashesAfter(db, '', 1)).length > 0) return false
    throw error
  }
}

/** The first half of a hash, in the form of the ids that notices are about. */
const noticeId = (sha256: string): string =>
  sha256.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const claim = async (tx: Database, context: Context, hashes: readonly string[], occasion: string) => {
  const fresh: string[] = []
  for (const sha256 of hashes)
    if (await claimNotice(tx, context, { kind: 'file-damage', subjectId: noticeId(sha256), occasion }))
      fresh.push(sha256)
  return fresh
}

const tellOnce = (context: Context, { damaged, missing }: FileDamage): Promise<void> =>
  context.db.transaction(async (tx) => {
    const fresh = {
      damaged: await claim(tx, context, damaged, 'damaged'),
      missing: await claim(tx, context, missing, 'missing')
    }
    if (fresh.damaged.length + fresh.missing.length === 0) return
    const administrators = await accountsWithRole(tx, 'administrator')
    const mail = fileDamageMail(context.scheme, fresh)
    for (const { email } of administrators.length > 0 ? administrators : await accountsWithRole(tx, 'secretariat'))
      await queueMail(tx, context, { kind: 'file-damage', to: email, ...mail })
  })

/**
 * Hashes every stored file anew and looks for files that something names and nobody has: what is found is reported every
 * time, and mailed once to those who keep the portal running (to the secretariat while there is nobody).
 */
export const checkStoredFiles = async (context: Context, report: (error: unknown) => void): Promise<FileAudit> => {
  const audit = { ...(await lookAtAll(context.db)), missing: await missingHashes(context.db) }
  const { damaged, missing } = audit
  if (damaged.length + missing.length > 0) {
    report(new Error(`stored files are damaged: ${damaged.join(' ') || '-'}; missing: ${missing.join(' ') || '-'}`))
    await tellOnce(context, audit)
  }
  return audit
}
