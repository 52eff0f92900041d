import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { projectRoot } from './project-root.ts'

const description = z.object({ version: z.string() })

/** The portal's version, as package.json has it. */
export const portalVersion: string = description.parse(
  JSON.parse(readFileSync(new URL('package.json', projectRoot), 'utf8'))
).version
