import { formatDateTime } from '../../views/format.ts'
import type { Database } from '../platform/database.ts'
import { picturesOf } from '../publicity/picture-store.ts'
import { findSettings } from '../publicity/publicity-store.ts'
import { statementsOf } from '../publicity/statement-store.ts'
import { type ExportEntry, jsonEntry, tableEntry } from './export-entry.ts'
import { readExportedFile } from './read-exported-file.ts'
import { mailsTo } from './sent-mail-store.ts'

const kinds = { photo: '写真', logo: 'ロゴ' } as const

/** What a company shows of itself, with its pictures. */
export const publicityEntries = async (db: Database, companyId: string): Promise<readonly ExportEntry[]> => {
  const [settings, statements] = [await findSettings(db, companyId), await statementsOf(db, companyId)]
  if (settings === null && statements.length === 0) return []
  return [
    jsonEntry('紹介ページ/紹介の内容.json', '紹介ページの設定と文章', async () => ({ settings, statements })),
    tableEntry('紹介ページ/紹介の文.csv', '紹介の文', async () => ({
      headings: ['送った日時', '送った人', '紹介の文', '写真の説明', '結果', '理由'],
      rows: statements.map(({ sentAt, sentBy, words, photoDescription, outcome, reason }) => [
        formatDateTime(sentAt),
        sentBy,
        words,
        photoDescription,
        outcome ?? '確認中',
        reason
      ])
    })),
    ...(await picturesOf(db, companyId)).map(({ kind, sha256 }) => ({
      path: `紹介ページ/${kinds[kind]}.webp`,
      what: `紹介ページの${kinds[kind]}`,
      read: () => readExportedFile(db, sha256)
    }))
  ]
}

/** The mails to a company. */
export const mailEntries = (db: Database, companyId: string): readonly ExportEntry[] => [
  tableEntry('メール/送ったメール.csv', '市から送ったメール', async () => ({
    headings: ['送った日時', '宛先', '件名', '本文'],
    rows: (await mailsTo(db, companyId)).map(({ sentAt, recipient, subject, body }) => [
      sentAt === null ? '送信待ち' : formatDateTime(sentAt),
      recipient,
      subject,
      body
    ])
  })),
  jsonEntry('メール/送ったメール.json', '市から送ったメール', () => mailsTo(db, companyId))
]
