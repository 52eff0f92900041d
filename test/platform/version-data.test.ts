import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readMigrations } from '../../src/platform/migrate.ts'

it('keeps data of the schema before the newest migration, for that one to be tried on', async () => {
  const [before, newest] = (await readMigrations()).slice(-2).map(({ tag }) => tag)
  const kept = readdirSync('test/platform/versions')
  const what = `${newest} cannot be tried: ${before} has no data. On the commit before it run \`npm run migration:data\` and commit test/platform/versions/${before}.zip; run it now too, for the migration that comes next.`
  expect(
    [before, newest].some((tag) => kept.includes(`${tag}.zip`)),
    what
  ).toBe(true)
})
