import { addAttachment } from '../../src/applications/add-attachment.ts'
import type { CategoryAnswers, DeclarationAnswers, SectionName } from '../../src/applications/application.ts'
import { isEditable, isOpen } from '../../src/applications/application-status.ts'
import { beginApplication } from '../../src/applications/begin-application.ts'
import { receiptNumber } from '../../src/applications/receipt-number.ts'
import { removeAttachment } from '../../src/applications/remove-attachment.ts'
import { saveSection } from '../../src/applications/save-section.ts'
import { saveSections } from '../../src/applications/save-sections.ts'
import { submitApplication } from '../../src/applications/submit-application.ts'
import { withdrawApplication } from '../../src/applications/withdraw-application.ts'
import { readRenewalTerms } from '../../src/renewals/read-renewal-terms.ts'
import { addDays } from '../../src/scheme/calendar.ts'
import { pdf } from '../support/sample-files.ts'
import { fiscalYearAt } from './days.ts'
import { answersOf, type Filled, filledSections, fillings, isComplete, written } from './fillings.ts'
import { caseIn, companyIn, expectMails, type Model, type ModelCase, openCaseOf } from './model.ts'
import { idOf, personOf, type Real } from './portal.ts'
import { answered, oneOf, type Step, type StepMaker } from './step.ts'
import { takeOverDraft } from './take-over.ts'

/** Somebody of the company of a case, as a use case names who acts. */
export const actorFor = (model: Model, real: Real, company: string, who: number) =>
  personOf(real, oneOf(companyIn(model, company).members, who) ?? '')

/** Who tries to change a case: mostly somebody of its company, now and then somebody of another. */
const writerOf = (model: Model, company: string, who: number): string =>
  (who % 13 === 12 ? oneOf(['p0', 'p2', 'p3', 'p5'], who) : oneOf(companyIn(model, company).members, who)) ?? 'p0'

/** A step on a company's own case: for everybody else there is no such case. */
const own = (company: string, writer: string, step: Step): Step => ({
  ...step,
  expected: (now) => (companyIn(now, company).members.includes(writer) ? step.expected(now) : 'not-found')
})

const newCase = (model: Model, company: string, kind: ModelCase['kind'], renews: string | null): ModelCase => ({
  key: `${company}/${model.cases.filter((one) => one.company === company).length}`,
  company, kind, renews, status: 'draft', statusOn: model.today, number: null, firstSentOn: null, round: 0,
  sections: {}, files: [], sent: {}, standing: {}, serials: {}, reading: null, route: null
}) // biome-ignore format: plain values

/** Adds a case to the model; what its draft begins with is taken over from the portal. */
export const addCase = (model: Model, company: string, kind: ModelCase['kind'], renews: string | null): void => {
  const one = newCase(model, company, kind, renews)
  if (kind === 'initial')
    for (const name of ['declarations', ...[1, 2, 3, 4, 5, 6, 7].map((number) => `category-${number}`)])
      one.sections[name] = { version: 0, data: {} }
  model.cases.push(one)
}

export const begin: StepMaker = (model, real, [which, , , who]) => {
  const company = oneOf(model.companies, which)?.key ?? ''
  const actor = actorFor(model, real, company, who)
  return {
    act: async (context) => answered(await beginApplication(context, { companyId: idOf(real, company), actor })),
    expected: (now) => {
      if (openCaseOf(now, company) === undefined) addCase(now, company, 'initial', null)
      return 'ok'
    },
    settle: (now) => takeOverDraft(now, real, company)
  }
}

const editableOf = (model: Model, which: number): ModelCase | undefined => {
  const editable = model.cases.filter(({ status }) => isEditable(status))
  return oneOf(editable.length > 0 && which % 5 !== 0 ? editable : model.cases, which)
}

const saveOne = (one: ModelCase, name: string, data: unknown, version: number): string => {
  if (!isEditable(one.status)) return 'status'
  const section = one.sections[name]
  if (section === undefined) return 'not-found'
  if (written(section.data) === written(data)) return 'ok'
  if (section.version !== version) return 'conflict'
  one.sections[name] = { version: version + 1, data: JSON.parse(JSON.stringify(data)) }
  return 'ok'
}

type Typed = CategoryAnswers | DeclarationAnswers

/** A page saves one section, made from the version that the tab had opened. */
export const save: StepMaker = (model, real, [which, what, how, who]): Step | null => {
  const one = editableOf(model, which)
  const name: Filled = oneOf(filledSections, what) ?? 'declarations'
  if (one === undefined || Object.keys(one.sections).length === 0) return null
  const data: Typed = oneOf<Typed>(fillings[name], how) ?? {}
  const version = Math.max(0, (one.sections[name]?.version ?? 0) - (who % 4 === 0 ? 1 : 0))
  const writer = writerOf(model, one.company, who)
  const actor = personOf(real, writer)
  const applicationId = idOf(real, one.key)
  return own(one.company, writer, {
    act: async (context) =>
      answered(await saveSection(context, { applicationId, actor, name: name satisfies SectionName, version, data })),
    expected: (now) => saveOne(caseIn(now, one.key), name, data, version)
  })
}

const versionOf = ({ sections }: ModelCase): number =>
  Object.values(sections).reduce((sum, { version }) => sum + version, 0)

/** A page of the whole sheet saves all that is needed at once. */
export const saveAll: StepMaker = (model, real, [which, what, how, who]): Step | null => {
  const one = editableOf(model, which)
  if (one === undefined || Object.keys(one.sections).length === 0) return null
  const wanted = filledSections.map((name) => ({
    name,
    data: oneOf<Typed>(fillings[name], name === 'category-4' ? what : 0) ?? {}
  }))
  const version = versionOf(one) - (how % 5 === 4 ? 1 : 0)
  const writer = writerOf(model, one.company, who)
  const actor = personOf(real, writer)
  const applicationId = idOf(real, one.key)
  return own(one.company, writer, {
    act: async (context) => answered(await saveSections(context, { applicationId, actor, version, sections: wanted })),
    expected: (now) => {
      const found = caseIn(now, one.key)
      if (!isEditable(found.status)) return 'status'
      const changed = wanted.filter(({ name, data }) => written(found.sections[name]?.data) !== written(data))
      if (changed.length > 0 && versionOf(found) !== version) return 'conflict'
      for (const { name, data } of changed) saveOne(found, name, data, found.sections[name]?.version ?? 0)
      return 'ok'
    }
  })
}

export const attach: StepMaker = (model, real, [which, what, , who]): Step | null => {
  const one = editableOf(model, which)
  if (one === undefined) return null
  const [key, applicationId] = [String(what % 3), idOf(real, one.key)]
  const writer = writerOf(model, one.company, who)
  const file = {
    fileName: `証拠${key}.pdf`,
    content: pdf(key),
    itemCode: '1-1',
    actor: personOf(real, writer)
  }
  return own(one.company, writer, {
    act: async (context) => answered(await addAttachment(context, { applicationId, ...file })),
    expected: (now) => {
      const { status, files } = caseIn(now, one.key)
      if (!isEditable(status)) return 'status'
      if (!files.some((known) => known.key === key && !known.removed)) files.push({ key, removed: false })
      return 'ok'
    },
    settle: (now) => takeOverDraft(now, real, one.company)
  })
}

export const detach: StepMaker = (model, real, [which, what, , who]): Step | null => {
  const one = editableOf(model, which)
  const key = String(what % 3)
  const attachmentId = one === undefined ? undefined : real.ids.get(`${one.key}/file/${key}`)
  if (one === undefined || attachmentId === undefined) return null
  const writer = writerOf(model, one.company, who)
  const input = { applicationId: idOf(real, one.key), attachmentId, actor: personOf(real, writer) }
  return own(one.company, writer, {
    act: async (context) => ((await removeAttachment(context, input)).ok ? 'ok' : 'status'),
    expected: (now) => {
      const { status, files } = caseIn(now, one.key)
      if (!isEditable(status)) return 'status'
      const standing = files.findLast((known) => known.key === key)
      if (standing !== undefined) standing.removed = true
      return 'ok'
    }
  })
}

const draftVersion = (model: Model, one: ModelCase): number =>
  versionOf(one) +
  companyIn(model, one.company).profileVersion +
  one.files.length +
  one.files.filter(({ removed }) => removed).length

const filesBeside = ({ files }: ModelCase, code: string): string =>
  code === '1-1'
    ? files
        .filter(({ removed }) => !removed)
        .map(({ key }) => key)
        .toSorted()
        .join()
    : ''

/** What was said of each item; evidence beside what is not marked is not sent. */
const sentItems = (one: ModelCase): ModelCase['sent'] => {
  const { marks, evidence } = answersOf(one)
  const items: ModelCase['sent'] = {}
  for (const [code, mark] of Object.entries(marks))
    items[code] = { mark, evidence: mark === 'unchecked' ? {} : (evidence[code] ?? {}), files: filesBeside(one, code) }
  return items
}

const nothingSent = { mark: 'unchecked', evidence: {}, files: '' }

/** Decisions on items stand into the next round unless the answer changed or was asked about. */
const carryDecisions = (one: ModelCase, after: ModelCase['sent']): void => {
  for (const [code, decision] of Object.entries(one.standing)) {
    const isSame = written(one.sent[code] ?? nothingSent) === written(after[code] ?? nothingSent)
    if (decision !== null && (decision.kind === 'queried' || !isSame)) one.standing[code] = null
  }
}

const isBarred = (model: Model, one: ModelCase): boolean => {
  const certification = model.certifications.find(({ periods }) => periods.some((period) => period.case === one.renews))
  const period = certification?.periods.find((candidate) => candidate.case === one.renews)
  if (certification === undefined || period === undefined) return false
  if (certification.endedOn !== null) return true
  return one.firstSentOn === null && model.today > addDays(period.endsOn, 90)
}

const send = (model: Model, one: ModelCase, receivers: number): void => {
  const items = sentItems(one)
  carryDecisions(one, items)
  if (one.number === null) {
    const year = fiscalYearAt(model.today)
    model.receipts[year] = (model.receipts[year] ?? 0) + 1
    one.number = receiptNumber(year, model.receipts[year])
    one.firstSentOn = model.today
  }
  Object.assign(one, { sent: items, round: one.round + 1, status: 'submitted', statusOn: model.today })
  expectMails(model, 'receipt', receivers)
  expectMails(model, 'submission-notice', model.secretariat.length)
}

const submission = (
  now: Model,
  key: string,
  confirmed: { round: number; version: number },
  receivers: number
): string => {
  const one = caseIn(now, key)
  if (!isEditable(one.status)) return one.number !== null && one.status !== 'withdrawn' ? 'ok' : 'status'
  if (confirmed.round >= 1 && confirmed.round < one.round + 1) return 'ok'
  if (confirmed.round !== one.round + 1 || confirmed.version !== draftVersion(now, one)) return 'changed'
  if (isBarred(now, one)) return 'barred'
  if (!isComplete(one)) return 'incomplete'
  send(now, one, receivers)
  return 'ok'
}

/** Confirms and sends, from a confirmation page of this round or an earlier one, up to date or not. */
export const submit: StepMaker = (model, real, [which, , how, who]): Step | null => {
  const one = editableOf(model, which)
  if (one === undefined) return null
  const round = one.round + (how % 8 === 6 ? 0 : how % 8 === 7 ? 2 : 1)
  const confirmed = { round, version: draftVersion(model, one) - (how % 8 === 5 ? 1 : 0), attestedBy: '浅香 一郎' }
  const writer = writerOf(model, one.company, who)
  const [applicationId, actor] = [idOf(real, one.key), personOf(real, writer)]
  return own(one.company, writer, {
    act: async (context) =>
      answered(
        await submitApplication(context, { applicationId, actor, confirmed }, (tx, application) =>
          readRenewalTerms(tx, context, application)
        )
      ),
    expected: (now) => submission(now, one.key, confirmed, 2)
  })
}

export const withdraw: StepMaker = (model, real, [which, , how, who]): Step | null => {
  const one = oneOf(model.cases, which)
  if (one === undefined) return null
  const writer = writerOf(model, one.company, who)
  const [applicationId, actor] = [idOf(real, one.key), personOf(real, writer)]
  const reason = how % 2 === 0 ? '' : '都合により'
  return own(one.company, writer, {
    act: async (context) => answered(await withdrawApplication(context, { applicationId, actor, reason })),
    expected: (now) => {
      const found = caseIn(now, one.key)
      if (!isOpen(found.status)) return 'status'
      if (found.number !== null) expectMails(now, 'withdrawal-notice', now.secretariat.length)
      Object.assign(found, { status: 'withdrawn', statusOn: now.today })
      return 'ok'
    }
  })
}
