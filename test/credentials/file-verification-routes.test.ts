import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { storedFiles } from '../../src/platform/table.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { credentialKey } from '../support/credential-keys.ts'
import { expectValidHtml } from '../support/html.ts'
import { certificationCase } from '../support/issued.ts'
import { pdf as otherPdf, samples } from '../support/sample-files.ts'

let portal: TestApp
let held: Awaited<ReturnType<typeof certificationCase>>
beforeAll(async () => {
  portal = await openTestApp({ env: { CREDENTIAL_KEY: credentialKey } })
  held = await certificationCase(portal.context, { startsOn: '2026-11-01' })
})
afterAll(() => portal.close())

/** Each from an address of its own: uploads are few a minute. */
const handIn = (content: Uint8Array | null) => {
  const form = new FormData()
  if (content !== null) form.append('file', new File([Uint8Array.from(content)], 'ファイル'))
  return portal.visitor().upload(paths.fileVerification, form)
}

const certificate = async () =>
  (await (await portal.signIn(held.email)).get(paths.certificate(held.certificateId))).bytes
const credential = async (format: string) =>
  (await portal.visitor().get(paths.credential(held.verificationCode, format))).bytes

describe('a file', () => {
  it('is asked for on a page of its own', async () => {
    const page = await portal.visitor().get(paths.fileVerification)
    await expectValidHtml(page.body)
    expect([page.status, page.headers['x-robots-tag']]).toEqual([200, 'noindex'])
    expect((await portal.visitor().get(paths.verifications)).body).toContain(paths.fileVerification)
  })

  it('is genuine when the city handed it out so, in every form, and nothing of it is kept', async () => {
    const before = await portal.context.db.$count(storedFiles)
    for (const content of [await certificate(), ...(await Promise.all(['jwt', 'png', 'svg'].map(credential)))]) {
      const answer = await handIn(content)
      expect(answer.status).toBe(200)
      await expectValidHtml(answer.body)
      for (const words of ['有効な認定証です', held.verificationCode, `第${held.number}号`])
        expect(answer.body).toContain(words)
    }
    expect(await portal.context.db.$count(storedFiles)).toBe(before)
  })

  it('is told with what it is worth today', async () => {
    const token = await credential('jwt')
    portal.setNow('2029-11-01T00:00:00+09:00')
    expect((await handIn(token)).body).toContain('認定期間が終わった認定証です')
    portal.setNow(testNow)
  })

  it('is not genuine when a byte is another', async () => {
    const [pdf, token] = [Buffer.from(await certificate()), (await credential('jwt')).toString()]
    pdf[pdf.length - 10] = 0x21
    expect((await handIn(pdf)).body).toContain('市が交付した認定証のPDFと一致しません')
    expect((await handIn(otherPdf())).body).toContain('市が交付した認定証のPDFと一致しません')
    const [header, payload = '', signature] = token.split('.')
    const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replaceAll('あさか', 'にせもの')).toString(
      'base64url'
    )
    expect((await handIn(Buffer.from(`${header}.${forged}.${signature}`))).body).toContain(
      '内容が変えられたデジタル証明書です'
    )
    const answer = await handIn(Buffer.from('e30.e30.e30'))
    expect(answer.body).toContain('市が発行したデジタル証明書ではありません')
    await expectValidHtml(answer.body)
  })

  it('is refused kindly when nothing can be said of it', async () => {
    const cases: readonly (readonly [Uint8Array | null, string])[] = [
      [null, '確認するファイルを選んでください'],
      [samples.png, '認定証のPDFでも、デジタル証明書でもありません'],
      [samples.svg, '認定証のPDFでも、デジタル証明書でもありません'],
      [Buffer.alloc(0), '認定証のPDFでも、デジタル証明書でもありません'],
      [otherPdf(1, 10 * 1024 * 1024 + 1), 'ファイルが大きすぎます']
    ]
    for (const [content, message] of cases) {
      const answer = await handIn(content)
      expect(answer.status).toBe(422)
      expect(answer.body).toContain(message)
      await expectValidHtml(answer.body)
    }
  })
})
