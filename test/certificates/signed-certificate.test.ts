import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCertificate } from '../../src/certificates/certificate-store.ts'
import { ConfigError } from '../../src/config.ts'
import { decideApplication } from '../../src/decisions/decide-application.ts'
import { readPdfSigner } from '../../src/documents/read-pdf-signer.ts'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { sha256Of } from '../../src/platform/files.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { deciderOf, heardCase } from '../support/heard.ts'
import { expectValidHtml } from '../support/html.ts'
import { certificationCase } from '../support/issued.ts'
import { readPdf } from '../support/pdf-reader.ts'
import { signerName, throwAwayIdentity, withP12 } from '../support/signing-identities.ts'

const openSigningApp = async (identity: { readonly p12: Buffer; readonly password: string }): Promise<TestApp> =>
  withP12(identity.p12, (path) =>
    openTestApp({ env: { LOG_LEVEL: 'info', SIGNING_P12: path, SIGNING_P12_PASSWORD: identity.password } })
  )

let portal: TestApp
let city: string
beforeAll(async () => {
  portal = await openSigningApp(await throwAwayIdentity({ until: '2027-01-31T14:59:59Z' }))
  city = await official(portal.context, 'secretariat', '産業 太郎')
})
afterAll(() => portal.close())

describe('a city with a signing certificate', () => {
  it('says at the start who signs', () => {
    expect(portal.log()).toContain(`certificates are signed by ${signerName}`)
  })

  it('issues certificates that carry its signature, and keeps whose', async () => {
    const held = await certificationCase(portal.context)
    const pdf = await (await portal.signIn(held.email)).get(paths.certificate(held.certificateId))
    expect(await readPdfSigner(pdf.bytes)).toBe(signerName)
    expect(readPdf(pdf.bytes).lines.join('')).toContain(`第 ${held.number} 号`)
    const kept = await findCertificate(portal.context.db, held.certificateId)
    expect(kept).toMatchObject({ signer: signerName, sha256: sha256Of(pdf.bytes) })
    const [event] = await historyOf(portal.context.db, held.applicationId)
    expect(event?.details).toMatchObject({ signer: signerName, sha256: sha256Of(pdf.bytes) })
  })

  it('tells so on the verification page, to the company and to the secretariat', async () => {
    const { verificationCode, email, certificationId } = await certificationCase(portal.context)
    expect((await portal.visitor().get(paths.verification(verificationCode))).body).toContain(`あり（${signerName}）`)
    const own = await (await portal.signIn(email)).get(paths.ownCertification(certificationId))
    expect(own.body).toContain('PDF・電子署名付き')
    const kept = await (await portal.signIn(city)).get(paths.certification(certificationId))
    await expectValidHtml(kept.body)
    expect(kept.body).toContain(`交付するときに、${signerName}の電子署名を付けます（証明書の期限：令和9年1月31日）`)
    expect(kept.body).not.toContain('証明書を、新しくしてください')
  })

  it('asks the secretariat for a new certificate in the last thirty days', async () => {
    const { certificationId } = await certificationCase(portal.context)
    portal.setNow('2027-01-02T10:00:00+09:00')
    const browser = await portal.signIn(city)
    for (const url of [paths.desk, paths.certification(certificationId)]) {
      const page = await browser.get(url)
      await expectValidHtml(page.body)
      expect(page.body).toContain('証明書は、令和9年1月31日で期限が切れます（あと29日）')
    }
    portal.setNow('2026-12-31T10:00:00+09:00')
    expect((await browser.get(paths.desk)).body).not.toContain('期限が切れます')
    portal.setNow(testNow)
  })

  it('issues nothing once the signing certificate ran out, and says why', async () => {
    const { db } = portal.context
    const decider = await deciderOf(portal.context)
    const { applicationId } = await heardCase(portal.context, decider.id)
    portal.setNow('2027-02-01T10:00:00+09:00')
    const request = { outcome: 'certified', startsOn: '2027-02-01', reasons: '' } as const
    const result = await decideApplication(portal.context, { applicationId, request, actor: decider })
    expect(result).toEqual({ ok: false, reason: 'problem', problem: { kind: 'signing-expired' } })
    expect(await historyOf(db, applicationId)).toEqual([])
    const answer = await (await portal.signIn(decider.email)).post(paths.caseDecision(applicationId), {
      step: 'decide',
      outcome: 'certified',
      startsOn: '2027-02-01'
    })
    portal.setNow(testNow)
    expect([answer.status, result.ok]).toEqual([409, false])
    expect(answer.body).toContain('電子署名の証明書が有効期間を過ぎている')
  })
})

describe('a start', () => {
  it.each([
    [{ SIGNING_P12: '/no/such.p12' }, 'ファイルを読めません'],
    [{ SIGNING_P12_PASSWORD: 'secret' }, 'P12ファイルの指定がありません']
  ])('is refused with %j', async (env, message) => {
    await expect(openTestApp({ env })).rejects.toThrow(message)
    await expect(openTestApp({ env })).rejects.toThrow(ConfigError)
  })

  it('is refused with the wrong password and with a certificate that ran out', async () => {
    const { p12 } = await throwAwayIdentity()
    await expect(openSigningApp({ p12, password: 'wrong' })).rejects.toThrow('パスワードが違います')
    const expired = await throwAwayIdentity({ until: '2026-11-20T00:00:00Z' })
    await expect(openSigningApp(expired)).rejects.toThrow('有効期間の外')
  })
})
