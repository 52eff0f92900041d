import { writeFileSync } from 'node:fs'
import { checklist } from './checklist.ts'

/** Writes the checklist beside its data: `npm run report:asvs`. */
writeFileSync(new URL('asvs.md', import.meta.url), checklist())
