import { readFileSync, writeFileSync } from 'node:fs'
import { withParts } from './security-document.ts'

const document = new URL('../../docs/security.md', import.meta.url)

/** Writes the parts of docs/security.md that come from the code: `npm run report:security`. */
writeFileSync(document, withParts(readFileSync(document, 'utf8')))
