import { kindOf } from './architecture-rules.ts'
import type { SourceFile } from './imports.ts'

/**
 * Files that are no use case, store, form, table or routes by their name, and reach the world all the same, with the
 * reason. Everything else that is called pure is pure, with all that it loads.
 */
export const worldly: Readonly<Record<string, string>> = {
  'src/accounts/guard.ts': 'answers requests before any route does',
  'src/applications/own-application.ts': 'what every route of a company’s application begins with',
  'src/applications/own-sheet.ts': 'what the routes of the checklist begin with',
  'src/certificates/certification-answer.ts': 'answers with a page for several routes',
  'src/certificates/own-certification-answer.ts': 'answers with a page for several routes',
  'src/committee/meeting-answer.ts': 'answers with a page for several routes',
  'src/committee/meeting-case-answer.ts': 'answers with a page for several routes',
  'src/companies/members-answer.ts': 'answers with a page for several routes',
  'src/documents/document-fonts.ts': 'reads the fonts that come with the portal',
  'src/screening/case-screen.ts': 'answers with a page for several routes'
}

const world = /^(node:|fastify|@fastify\/|drizzle-orm|pg(\/|$)|pg-boss|@electric-sql\/|nodemailer)|^src\/config\.ts$/

// Documents are drawn with fonts in hand; their parts differ from one another, but not in this.
const drawn =
  /^src\/(certificates\/certificate-(body|ornament|pdf|sheet)|committee\/papers(-pdf|-case|-verdict|-indicator)?|directory\/(card-drawing|draw-card)|documents\/(glyphs|sheet|typesetter|press|seal-place|row-pieces|document-pdf|[a-z]+-blocks?)|letters\/letter-pdf|credentials\/badge-picture|pictures\/(font-runs|text-path|fit-text))\.ts$/

const isCalledPure = (path: string): boolean =>
  /^src\/[a-z]+\//.test(path) && !path.startsWith('src/platform/') && kindOf(path) === 'pure'

const excused = (path: string): boolean => path in worldly || drawn.test(path)

/** The way from a pure file to the world by what it loads at run time; null where there is none, or it is excused. */
export const wayToWorld = (path: string, files: ReadonlyMap<string, SourceFile>): readonly string[] | null => {
  if (!isCalledPure(path) || excused(path)) return null
  const queue: (readonly string[])[] = [[path]]
  const seen = new Set<string>()
  for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
    for (const target of files.get(way.at(-1) ?? '')?.loads ?? []) {
      if (world.test(target)) return [...way, target]
      if (seen.has(target)) continue
      seen.add(target)
      queue.push([...way, target])
    }
  }
  return null
}

const asks = /\bPromise<|\basync\b|\bawait\b|\bDatabase\b/

/** Whether a page or component could ask for more than it was given: a page is a function of data. */
export const asksForMore = ({ path, text }: SourceFile): boolean =>
  path.startsWith('views/') && !path.startsWith('views/browser/') && asks.test(text)
