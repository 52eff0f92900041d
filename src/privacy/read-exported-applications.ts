import { formatDateTime } from '../../views/format.ts'
import { type Application, applicationTitle, type Submission } from '../applications/application.ts'
import { statusLabels } from '../applications/application-status.ts'
import { applicationsOf, submissionsOf } from '../applications/application-store.ts'
import { attachmentsOf } from '../applications/attachment-store.ts'
import { companyHistory } from '../applications/company-history.ts'
import { sectionsOf } from '../applications/section-store.ts'
import { answersIn } from '../applications/sections.ts'
import { findDecision } from '../decisions/decision-store.ts'
import { historyOf } from '../platform/audit.ts'
import { dateOf } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { viewDaysOf } from '../screening/case-view-store.ts'
import { answerHeadings, answerRows } from './export-answers.ts'
import { type ExportEntry, jsonEntry, tableEntry } from './export-entry.ts'
import { pathPart } from './export-path.ts'
import { readExportedFile } from './read-exported-file.ts'

const folderOf = ({ number, begunAt }: Application): string => `申請/${pathPart(number ?? `未提出 ${dateOf(begunAt)}`)}`

const roles = { secretariat: '事務局', committee: '推進委員会' } as const

const inWords = (
  db: Database,
  application: Application,
  submissions: readonly Submission[]
): readonly ExportEntry[] => {
  const { id, edition, evaluationYear } = application
  const folder = folderOf(application)
  const answers = async () => answersIn(await sectionsOf(db, id))
  return [
    tableEntry(`${folder}/回答（入力中のもの）.csv`, '最後に保存した回答', async () => ({
      headings: answerHeadings,
      rows: answerRows(edition, evaluationYear, await answers())
    })),
    ...submissions.map(({ round, content }) =>
      tableEntry(`${folder}/回答（第${round}回の提出）.csv`, `第${round}回に提出した回答`, async () => ({
        headings: answerHeadings,
        rows: answerRows(edition, evaluationYear, content)
      }))
    ),
    tableEntry(`${folder}/経過.csv`, '経過', async () => ({
      headings: ['日時', 'だれが', '何を'],
      rows: companyHistory(await historyOf(db, id)).map(({ at, who, words }) => [formatDateTime(at), who, words])
    })),
    tableEntry(`${folder}/閲覧の記録.csv`, '市の職員と委員が案件を開いた日', async () => ({
      headings: ['日', 'だれが', '回数'],
      rows: (await viewDaysOf(db, id)).map(({ on, role, times }) => [on, roles[role], times])
    }))
  ]
}

const decisionOf = async (db: Database, id: string) => {
  const decision = await findDecision(db, id)
  return decision && { outcome: decision.outcome, reasons: decision.reasons, decidedOn: decision.decidedOn }
}

/** Everything that is named in an application or one of its submissions, each file once. */
const filesOf = async (db: Database, id: string, submissions: readonly Submission[]) => {
  const sent = submissions.flatMap(({ content }) => content.attachments)
  const files = [...(await attachmentsOf(db, id)), ...sent]
  return [...new Map(files.map((file) => [file.id, file])).values()]
}

const entriesOf = async (db: Database, application: Application): Promise<readonly ExportEntry[]> => {
  const { id } = application
  const folder = folderOf(application)
  const submissions = await submissionsOf(db, id)
  const files = await filesOf(db, id, submissions)
  return [
    jsonEntry(
      `${folder}/申請.json`,
      `${applicationTitle(application)}（${statusLabels[application.status]}）`,
      async () => ({
        ...application,
        answers: answersIn(await sectionsOf(db, id)),
        submissions,
        attachments: files,
        decision: await decisionOf(db, id),
        history: companyHistory(await historyOf(db, id)),
        views: await viewDaysOf(db, id)
      })
    ),
    ...inWords(db, application, submissions),
    ...files.map(({ itemCode, fileName, sha256 }) => ({
      path: `${folder}/添付/${pathPart(itemCode)}/${pathPart(fileName)}`,
      what: '添付したファイル',
      read: () => readExportedFile(db, sha256)
    }))
  ]
}

/** Every application of a company with its answers, its files, and what became of it. */
export const applicationEntries = async (db: Database, companyId: string): Promise<readonly ExportEntry[]> => {
  const entries: ExportEntry[] = []
  for (const application of await applicationsOf(db, companyId)) entries.push(...(await entriesOf(db, application)))
  return entries
}
