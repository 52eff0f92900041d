import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from './support/app.ts'
import type { Browser } from './support/browser.ts'
import { official } from './support/cases.ts'
import { filled, worldOf } from './support/world.ts'

let portal: TestApp
let secretariat: Browser
let committee: Browser
beforeAll(async () => {
  portal = await openTestApp()
  const { context, signIn } = portal
  secretariat = await signIn(await official(context, 'secretariat', '事務局 太郎'))
  committee = await signIn(await official(context, 'committee', '委員 太郎'))
})
afterAll(() => portal.close())

/** Who saves what: every route that answers with bytes that somebody handed in, or with a document. */
const saved: readonly (readonly [url: string, who: 'company' | 'secretariat' | 'committee', type: string])[] = [
  ['/applications/:id/attachments/:attachmentId', 'company', 'application/pdf'],
  ['/cases/:id/attachments/:attachmentId', 'secretariat', 'application/pdf'],
  ['/meetings/:id/cases/:applicationId/attachments/:attachmentId', 'committee', 'application/pdf'],
  ['/meetings/:id/cases/:applicationId/attachments/:attachmentId', 'secretariat', 'application/pdf'],
  ['/meetings/:id/papers', 'committee', 'application/pdf'],
  ['/certificates/:id', 'company', 'application/pdf'],
  ['/certificates/:id', 'secretariat', 'application/pdf'],
  ['/certificates/:id/original', 'secretariat', 'application/pdf'],
  ['/letters/:id', 'company', 'application/pdf'],
  ['/letters/:id', 'secretariat', 'application/pdf'],
  ['/company/publicity/pictures/:sha256.webp', 'company', 'image/webp'],
  ['/publicity/:id/:kind.webp', 'secretariat', 'image/webp'],
  ['/certifications/list.csv', 'secretariat', 'text/csv; charset=utf-8'],
  ['/desk/cases.csv', 'secretariat', 'text/csv; charset=utf-8'],
  ['/renewals/list.csv', 'secretariat', 'text/csv; charset=utf-8'],
  ['/reports/ceremony.csv', 'secretariat', 'text/csv; charset=utf-8']
]

const open = async (url: string, who: (typeof saved)[number][1]) => {
  const { owner, values } = await worldOf(portal.context, url)
  const browsers = { company: () => portal.signIn(owner), secretariat: () => secretariat, committee: () => committee }
  return (await browsers[who]()).get(filled(url, values))
}

const sandbox = {
  'content-disposition': expect.stringMatching(/^attachment; filename="/),
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
}

describe('stored bytes', () => {
  it.each(saved)('of %s are saved by the %s and run nothing in the portal', async (url, who, type) => {
    const answer = await open(url, who)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      ...sandbox,
      'content-type': type,
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': expect.stringMatching(/^(private, )?no-store$/)
    })
  })

  it('of a picture that everybody sees are kept a day and shown by other sites, in the same sandbox', async () => {
    const answer = await open('/companies/:number/:kind/:sha256.webp', 'company')
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      ...sandbox,
      'content-type': 'image/webp',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=86400, immutable'
    })
  })

  it('are read by nobody else than those who send them in a sandbox or work on them', async () => {
    const files = (await readdir('src', { recursive: true })).filter((name) => name.endsWith('.ts'))
    const readers: string[] = []
    for (const name of files)
      if (/\b(read|find)StoredFile\b/.test(await readFile(`src/${name}`, 'utf8')))
        readers.push(name.replaceAll('\\', '/'))
    expect(readers.sort()).toEqual([
      'certificates/save-signed-copy.ts',
      'directory/draw-card.ts',
      'platform/downloads.ts',
      'platform/files.ts',
      'privacy/read-exported-file.ts',
      'publicity/send-picture.ts',
      'scanning/scan-file.ts'
    ])
  })
})
