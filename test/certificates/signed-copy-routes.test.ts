import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signPdf } from '../../src/documents/sign-pdf.ts'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import type { DocumentSigner } from '../../src/platform/document-signer.ts'
import { sha256Of } from '../../src/platform/files.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certificationCase } from '../support/issued.ts'
import { pdf as otherPdf, samples } from '../support/sample-files.ts'
import { signerFor, signerName, throwAwayIdentity } from '../support/signing-identities.ts'

const at = new Date('2026-11-22T00:00:00Z')

let portal: TestApp
let city: Browser
let signer: DocumentSigner
beforeAll(async () => {
  portal = await openTestApp()
  city = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
  signer = await signerFor(await throwAwayIdentity(), at)
})
afterAll(() => portal.close())

const formOf = (content: Uint8Array | null): FormData => {
  const form = new FormData()
  if (content !== null) form.append('signed-pdf', new File([Uint8Array.from(content)], '署名済み.pdf'))
  return form
}

const issued = async () => {
  const held = await certificationCase(portal.context)
  const original = (await city.get(paths.originalCertificate(held.certificateId))).bytes
  const sign = (day: string) => signPdf(original, signer, { at: new Date(`${day}T03:00:00Z`), reason: '認定証' })
  const handIn = (content: Uint8Array | null) => city.upload(paths.signedCopy(held.certificateId), formOf(content))
  return { ...held, original, sign, handIn }
}

describe('a certificate signed outside the portal', () => {
  it('is handed out in place of the one that the portal made, to everybody', async () => {
    const { certificateId, certificationId, email, verificationCode, original, sign, handIn } = await issued()
    const page = await city.get(paths.signedCopy(certificateId))
    await expectValidHtml(page.body)
    expect(page.body).toContain(sha256Of(original))
    const signed = await sign('2026-11-22')
    const answer = await handIn(signed)
    expect([answer.status, answer.location]).toEqual([303, paths.signedCopy(certificateId)])

    for (const browser of [city, await portal.signIn(email)]) {
      const { bytes, headers } = await browser.get(paths.certificate(certificateId))
      expect(bytes.equals(signed)).toBe(true)
      expect(headers.etag).toBe(`"${sha256Of(signed)}"`)
    }
    expect((await city.get(paths.originalCertificate(certificateId))).bytes.equals(original)).toBe(true)
    const after = await city.get(paths.signedCopy(certificateId))
    await expectValidHtml(after.body)
    for (const words of [sha256Of(original), sha256Of(signed), `電子署名：${signerName}`])
      expect(after.body).toContain(words)
    expect((await portal.visitor().get(paths.verification(verificationCode))).body).toContain(`あり（${signerName}）`)
    expect((await historyOf(portal.context.db, certificationId)).at(-1)).toMatchObject({
      kind: 'certificate-signed',
      details: { signer: signerName, sha256: sha256Of(signed), replaces: sha256Of(original) }
    })
    const record = await city.get(paths.certification(certificationId))
    expect(record.body).toContain(`認定証を、署名したPDF（署名者：${signerName}）に差し替えました`)
  })

  it('may be replaced by a later one, and is never taken twice', async () => {
    const { certificateId, sign, handIn } = await issued()
    const [first, second] = [await sign('2026-11-22'), await sign('2026-11-23')]
    for (const one of [first, second]) expect((await handIn(one)).status).toBe(303)
    expect((await city.get(paths.certificate(certificateId))).bytes.equals(second)).toBe(true)
    const again = await handIn(first)
    expect(again.status).toBe(409)
    expect(again.body).toContain('すでに差し替えに使われています')
  })
})

describe('what is no signed certificate', () => {
  it('is refused kindly, and changes nothing', async () => {
    const { certificateId, original, sign, handIn } = await issued()
    const signed = await sign('2026-11-22')
    const altered = Buffer.from(signed)
    altered[signed.length - 20] = 0x20
    const elsewhere = await (await issued()).sign('2026-11-22')
    const cases: readonly (readonly [Uint8Array | null, string])[] = [
      [null, '署名したPDFを選んでください'],
      [samples.png, 'PDFではありません'],
      [Buffer.alloc(0), 'PDFではありません'],
      [original, '新しい電子署名がありません'],
      [Buffer.concat([original, Buffer.from('\n% memo')]), '新しい電子署名がありません'],
      [elsewhere, 'この認定証のPDFに署名を加えたものではありません'],
      [otherPdf(), 'この認定証のPDFに署名を加えたものではありません'],
      [altered, '電子署名が正しくないか'],
      [otherPdf(1, 10 * 1024 * 1024 + 1), 'ファイルが大きすぎます']
    ]
    for (const [content, message] of cases) {
      const answer = await handIn(content)
      expect(answer.status).toBe(422)
      expect(answer.body).toContain(message)
      await expectValidHtml(answer.body)
    }
    expect((await city.get(paths.certificate(certificateId))).bytes.equals(original)).toBe(true)
  })

  it('is nothing that a company hands in or takes out', async () => {
    const { certificateId, email, sign } = await issued()
    const company = await portal.signIn(email)
    const form = formOf(await sign('2026-11-22'))
    expect((await company.upload(paths.signedCopy(certificateId), form)).status).toBe(404)
    for (const url of [paths.signedCopy(certificateId), paths.originalCertificate(certificateId)])
      expect((await company.get(url)).status).toBe(404)
  })

  it('has a page for certificates alone', async () => {
    for (const id of ['no-uuid', '01890000-0000-7000-8000-000000000000'])
      for (const url of [paths.signedCopy(id), paths.originalCertificate(id)])
        expect((await city.get(url)).status).toBe(404)
  })
})

it('says that certificates carry no signature where none is set up', async () => {
  const { certificationId, verificationCode } = await issued()
  const page = await city.get(paths.certification(certificationId))
  expect(page.body).toContain('電子署名の設定がない')
  const verification = await portal.visitor().get(paths.verification(verificationCode))
  expect(verification.body).toMatch(/PDFの電子署名<\/dt><dd>なし</)
})
