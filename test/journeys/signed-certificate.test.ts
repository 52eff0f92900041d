import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeCertificate } from '../../src/certificates/certificate-pdf.ts'
import { signPdf } from '../../src/documents/sign-pdf.ts'
import { certificateInput } from '../support/certificates.ts'
import { type KeyKind, signerFor, signerName, throwAwayIdentity } from '../support/signing-identities.ts'

/** What poppler, which shares no code with the portal, says of its signatures. */
const folder = mkdtempSync(join(tmpdir(), 'signed-'))
afterAll(() => rmSync(folder, { recursive: true }))

const at = new Date('2027-01-16T01:00:00Z')

const run = (tool: string, content: Uint8Array, args: readonly string[] = []): string => {
  const file = join(folder, 'certificate.pdf')
  writeFileSync(file, content)
  return execFileSync(tool, [...args, file], { encoding: 'utf8' })
}

describe.each<KeyKind>(['rsa', 'ec'])('a certificate signed with a key of kind %s', (kind) => {
  const signed = async (): Promise<Buffer> => {
    const signer = await signerFor(await throwAwayIdentity({ kind }), at)
    return signPdf(await makeCertificate(certificateInput()), signer, { at, reason: '認定証の交付' })
  }

  it('is valid and wholly signed for pdfsig', async () => {
    const said = run('pdfsig', await signed())
    for (const words of [
      `Signer Certificate Common Name: ${signerName}`,
      'Signature Type: ETSI.CAdES.detached',
      'Signing Hash Algorithm: SHA-256',
      'Total document signed',
      'Signature is Valid.'
    ])
      expect(said).toContain(words)
  })

  it('is invalid for pdfsig when one byte was changed', async () => {
    const altered = await signed()
    altered[100] = (altered[100] ?? 0) ^ 1
    expect(run('pdfsig', altered)).toContain('Digest Mismatch')
  })

  it('is still one tagged page with a form', async () => {
    const info = run('pdfinfo', await signed())
    for (const line of [/Tagged: +yes/, /Form: +AcroForm/, /Pages: +1\n/]) expect(info).toMatch(line)
  })
})
