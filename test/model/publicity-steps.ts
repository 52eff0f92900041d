import { sql } from 'drizzle-orm'
import { concludeStatement } from '../../src/publicity/conclude-statement.ts'
import { savePublicity } from '../../src/publicity/save-publicity.ts'
import { type ShownField, shownFields } from '../../src/publicity/shown-field.ts'
import { withdrawStatement } from '../../src/publicity/withdraw-statement.ts'
import { standsOnDay } from './days.ts'
import { officialOf } from './desk-steps.ts'
import { actorFor } from './draft-steps.ts'
import { companyIn, expectMails, type Model, type ModelCompany, recipientsOf } from './model.ts'
import { idOf, type Real } from './portal.ts'
import { answered, oneOf, type Step, type StepMaker } from './step.ts'

type Statement = ModelCompany['statements'][number]

const publishedOf = ({ statements }: ModelCompany): Statement | undefined =>
  statements.findLast(({ outcome }) => outcome === 'approved')

const lastOf = ({ statements }: ModelCompany, outcome: Statement['outcome']): Statement | undefined => {
  const last = statements.at(-1)
  return last?.outcome === outcome ? last : undefined
}

/** What the company said last, where it was not taken back. */
const latestWords = (company: ModelCompany): string =>
  (lastOf(company, null) ?? lastOf(company, 'returned') ?? publishedOf(company))?.words ?? ''

const say = (company: ModelCompany, words: string, outcome: Statement['outcome']): void => {
  company.statements.push({ key: `${company.key}/says/${company.statements.length}`, words, outcome })
}

const takeBackAll = (company: ModelCompany, published: boolean): void => {
  for (const one of company.statements)
    if (one.outcome === null || (published && one.outcome === 'approved')) one.outcome = 'withdrawn'
}

/** What follows for a company's words: silence takes effect at once, new words wait. */
const changeWords = (now: Model, company: ModelCompany, words: string): void => {
  const shown = publishedOf(company)?.words ?? ''
  const waiting = lastOf(company, null)
  const returned = lastOf(company, 'returned')
  const left = words === '' ? '' : shown
  if (words === left) {
    if (left !== shown || waiting !== undefined) takeBackAll(company, left !== shown)
    return
  }
  if (waiting?.words === words) return
  if (waiting !== undefined) takeBackAll(company, false)
  if (returned?.words === words) return
  say(company, words, null)
  expectMails(now, 'statement-notice', now.secretariat.length)
}

const saving = (now: Model, key: string, words: string, shown: string, version: number): string => {
  const company = companyIn(now, key)
  if (!now.certifications.some((one) => one.company === key && standsOnDay(now, one, now.today))) return 'not-certified'
  if (company.shown === shown && latestWords(company) === words) return 'ok'
  if (company.settingsVersion > 0 && company.settingsVersion !== version) return 'changed'
  company.settingsVersion++
  company.shown = shown
  changeWords(now, company, words)
  return 'ok'
}

const takeOverStatements = async ({ context, ids }: Real, { key, statements }: ModelCompany): Promise<void> => {
  if (statements.every((one) => ids.has(one.key))) return
  const { rows } = await context.db.execute(
    sql`select id::text from publicity_statements where company_id = ${ids.get(key) ?? ''} order by id`
  )
  for (const [index, one] of statements.entries()) ids.set(one.key, String(rows[index]?.id))
}

const consents: readonly (readonly ShownField[])[] = [[], shownFields.slice(0, 1), shownFields.slice(0, 3)]

export const showOneself: StepMaker = (model, real, [which, what, how, who]): Step | null => {
  const certified = model.certifications.map(({ company }) => company)
  const key = oneOf(certified.length > 0 && which % 6 !== 0 ? certified : model.companies.map((one) => one.key), which)
  if (key === undefined) return null
  const words = oneOf(['声をかけ合える職場です。', '', '午後3時に帰れます。'], what) ?? ''
  const shown = [...(oneOf(consents, how) ?? [])]
  const version = companyIn(model, key).settingsVersion - (who % 5 === 4 ? 1 : 0)
  const statement = { words, photo: null, photoDescription: '', logo: null }
  const input = {
    companyId: idOf(real, key),
    publicity: { shown, jobsUrl: '', statement },
    version,
    actor: actorFor(model, real, key, who)
  }
  return {
    act: async (context) => answered(await savePublicity(context, input)),
    expected: (now) => saving(now, key, words, shown.join(), version),
    settle: (now) => takeOverStatements(real, companyIn(now, key))
  }
}

export const judgeWords: StepMaker = (model, real, [which, what, how, who]): Step | null => {
  const speakers = model.companies.filter(({ statements }) => statements.length > 0)
  const company = oneOf(speakers, which)
  const statement = how % 4 === 3 ? oneOf(company?.statements ?? [], what) : company?.statements.at(-1)
  if (company === undefined || statement === undefined) return null
  const conclusion =
    what % 3 === 0
      ? ({ outcome: 'returned', reason: '確かめてください。' } as const)
      : ({ outcome: 'approved' } as const)
  const input = { statementId: idOf(real, statement.key), conclusion, actor: officialOf(model, real, who) }
  return {
    act: async (context) => answered(await concludeStatement(context, input)),
    expected: (now) => {
      const found = companyIn(now, company.key).statements.find(({ key }) => key === statement.key)
      if (found === undefined || found.outcome !== null) return 'not-waiting'
      found.outcome = conclusion.outcome
      expectMails(now, `statement-${conclusion.outcome}`, recipientsOf(now, company.key))
      return 'ok'
    }
  }
}

export const fallSilent: StepMaker = (model, real, [which, , , who]): Step | null => {
  const company = oneOf(model.companies, which)
  if (company === undefined) return null
  const input = { companyId: idOf(real, company.key), actor: actorFor(model, real, company.key, who) }
  return {
    act: async (context) => ((await withdrawStatement(context, input)) ? 'ok' : 'nothing'),
    expected: (now) => {
      const found = companyIn(now, company.key)
      if (publishedOf(found) === undefined && lastOf(found, null) === undefined) return 'nothing'
      takeBackAll(found, true)
      if (found.settingsVersion > 0) found.settingsVersion++
      return 'ok'
    }
  }
}
