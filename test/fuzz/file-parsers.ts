import fc from 'fast-check'
import { expect } from 'vitest'
import { recogniseFile } from '../../src/applications/recognise-file.ts'
import { makeCertificate } from '../../src/certificates/certificate-pdf.ts'
import { bakePng, bakeSvg } from '../../src/credentials/bake-credential.ts'
import { checkCredential } from '../../src/credentials/check-credential.ts'
import { readBakedToken } from '../../src/credentials/read-baked-token.ts'
import { CredentialKeyError, readCredentialKey } from '../../src/credentials/read-credential-key.ts'
import { Pkcs12Error, readPkcs12 } from '../../src/documents/pkcs12.ts'
import { readPdfSigner } from '../../src/documents/read-pdf-signer.ts'
import { signPdf } from '../../src/documents/sign-pdf.ts'
import { takePicture } from '../../src/pictures/take-picture.ts'
import { certificateInput } from '../support/certificates.ts'
import { credentialKey } from '../support/credential-keys.ts'
import { pdf, samples } from '../support/sample-files.ts'
import { signerFor, throwAwayIdentity } from '../support/signing-identities.ts'
import { hostileText, mutated, mutatedBytes } from './hostile-text.ts'
import { type AnyParser, listed } from './parser.ts'

/** The readers of files, from nothing but bytes. */

const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl'
const bakedPng = bakePng(samples.png, token)
const bakedSvg = Buffer.from(bakeSvg('<svg width="1" height="1"></svg>', token))

const city = { baseUrl: 'https://wlgb.example.jp', published: [], ended: [], at: new Date('2026-11-21T01:00:00Z') }

const at = new Date('2026-11-21T01:00:00Z')
const identity = await throwAwayIdentity()
const signed = await signPdf(await makeCertificate(certificateInput()), await signerFor(identity, at), {
  at,
  reason: '試験'
})
/** The signature stands at the end of the file. */
const end = signed.length - 24_000
const atTheEnd = mutatedBytes(signed.subarray(end)).map((bytes) => Buffer.concat([signed.subarray(0, end), bytes]))

export const fileParsers: readonly AnyParser[] = [
  listed({
    name: 'kind of a file',
    input: fc.oneof(anyBytes, fc.constantFrom(...Object.values(samples), pdf()).chain(mutatedBytes)),
    parse: recogniseFile,
    holds: (found) => {
      if (found.ok) expect(['pdf', 'png', 'jpg', 'docx', 'xlsx']).toContain(found.kind.extension)
      else expect(found.reason).not.toBe('')
    },
    grown: (piece, times) => Buffer.from(piece.repeat(times))
  }),
  listed({
    name: 'token in a badge',
    input: fc.oneof(anyBytes, mutatedBytes(bakedPng), mutatedBytes(bakedSvg), fc.constantFrom(bakedPng, bakedSvg)),
    parse: readBakedToken,
    holds: (read) => {
      if (read !== null) expect(read).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    },
    grown: (piece, times) => Buffer.from(`<svg>${piece.repeat(times)}`)
  }),
  listed({
    name: 'token in a badge, there and back',
    input: fc.stringMatching(/^[\w-]{1,40}\.[\w-]{1,40}\.[\w-]{1,40}$/),
    parse: (text) => [
      readBakedToken(bakePng(samples.png, text)),
      readBakedToken(Buffer.from(bakeSvg('<svg></svg>', text)))
    ],
    holds: (read, text) => expect(read).toEqual([text, text])
  }),
  listed({
    name: 'credential',
    input: fc.oneof(hostileText, mutated(token)),
    parse: (text) => checkCredential(text, city),
    holds: (check) => expect(check).toEqual({ ok: false, reason: 'foreign' }),
    grown: (piece, times) => piece.repeat(times)
  }),
  listed({
    name: 'key of credentials',
    input: fc.oneof(hostileText, mutated(credentialKey), fc.json()),
    parse: readCredentialKey,
    declares: [CredentialKeyError],
    holds: ({ kid }) => expect(kid).not.toBe(''),
    isSlow: true
  }),
  listed({
    name: 'signer of a PDF',
    input: fc.oneof(anyBytes, mutatedBytes(pdf()), mutatedBytes(signed), atTheEnd),
    parse: readPdfSigner,
    holds: (signer) => expect(signer === null || typeof signer === 'string').toBe(true),
    grown: (piece, times) => Buffer.from(`%PDF-1.4\n/ByteRange [0 9 ${piece.repeat(times)}`)
  }),
  listed({
    name: 'signing identity',
    input: fc.tuple(fc.oneof(anyBytes, mutatedBytes(identity.p12)), fc.constantFrom('', identity.password, 'wrong')),
    parse: ([file, password]) => readPkcs12(file, password),
    declares: [Pkcs12Error],
    holds: ({ keys }) => expect(Array.isArray(keys)).toBe(true),
    isSlow: true
  }),
  listed({
    name: 'picture',
    input: fc.oneof(anyBytes, fc.constantFrom(samples.png, samples.jpeg).chain(mutatedBytes)),
    parse: (content) => takePicture(content, 'photo'),
    holds: (taking) => expect(typeof taking.ok).toBe('boolean'),
    isSlow: true
  })
]
