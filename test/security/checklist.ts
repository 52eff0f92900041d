import { inputAndBrowser } from './input-and-browser.ts'
import { keysAndRunning } from './keys-and-running.ts'
import { requirementsUpTo } from './levels.ts'
import type { Point } from './point.ts'
import { signInAndAccess } from './sign-in-and-access.ts'

/** The level that the portal is held against. */
export const level = 2

/** Every requirement of that level, in the standard's order. */
export const points: readonly Point[] = [...inputAndBrowser, ...signInAndAccess, ...keysAndRunning]

const chapters = [
  'Encoding and sanitization',
  'Validation and business logic',
  'Web frontend',
  'Web service',
  'Files',
  'Signing in',
  'Sessions',
  'Who may do what',
  'Self-contained tokens',
  'OAuth and OpenID Connect',
  'Cryptography',
  'Communication',
  'Configuration',
  'Data protection',
  'Coding and architecture',
  'Logging and errors',
  'WebRTC'
]

const count = (status: Point['status'], among: readonly Point[]): number =>
  among.filter((point) => point.status === status).length

const cell = (text: string): string => text.replaceAll('|', '\\|')

const proofOf = ({ proof, note }: Point): string =>
  [proof.map((file) => `\`${file}\``).join(', '), note].filter((part) => part !== '').join(' – ')

const linesOf = (chapter: number, title: string): readonly string[] => {
  const levels = requirementsUpTo(level)
  const own = points.filter(({ id }) => id.startsWith(`${chapter}.`))
  return [
    `## V${chapter} ${title}`,
    '',
    '| Requirement | Level | What it is about | Status | Proof, reason or what is missing |',
    '|---|---|---|---|---|',
    ...own.map(
      (point) =>
        `| V${point.id} | ${levels.get(point.id)} | ${cell(point.about)} | ${point.status} | ${cell(proofOf(point))} |`
    ),
    ''
  ]
}

/** The checklist as a document; `asvs.md` holds it. */
export const checklist = (): string =>
  [
    '# The portal against the OWASP Application Security Verification Standard',
    '',
    'Version 5.0.0, levels 1 and 2. Written from the data beside it by `npm run report:asvs`; a test holds both together. The',
    'words are our own and short: the standard itself says what each number demands. *Met* names the tests or sources that',
    'show it, *not applicable* the reason, *open* what is missing – also where it is the operator who has to see to it.',
    '',
    `**${count('met', points)} met, ${count('not applicable', points)} not applicable, ${count('open', points)} open** of ${points.length}.`,
    '',
    '| Chapter | Met | Not applicable | Open |',
    '|---|---|---|---|',
    ...chapters.map((title, index) => {
      const own = points.filter(({ id }) => id.startsWith(`${index + 1}.`))
      return `| V${index + 1} ${title} | ${count('met', own)} | ${count('not applicable', own)} | ${count('open', own)} |`
    }),
    '',
    ...chapters.flatMap((title, index) => linesOf(index + 1, title))
  ].join('\n')
