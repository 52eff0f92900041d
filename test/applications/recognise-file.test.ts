import { describe, expect, it } from 'vitest'
import { recogniseFile } from '../../src/applications/recognise-file.ts'
import { pdf, samples } from '../support/sample-files.ts'

const encryptedOffice = Buffer.concat([samples.oldOffice, Buffer.from('EncryptedPackage', 'utf16le')])
const gifar = Buffer.concat([Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1'), samples.zip])

describe('the content of a file', () => {
  it.each([
    ['PDF', pdf(), 'pdf'],
    ['JPEG', samples.jpeg, 'jpg'],
    ['PNG', samples.png, 'png'],
    ['Word', samples.docx, 'docx'],
    ['Excel', samples.xlsx, 'xlsx']
  ])('is recognised: %s', async (_name, content, extension) => {
    expect(await recogniseFile(content)).toMatchObject({ ok: true, kind: { extension } })
  })

  it.each([
    ['a program', samples.exe, 'wrong-type'],
    ['a plain archive', samples.zip, 'wrong-type'],
    ['slides', samples.pptx, 'wrong-type'],
    ['a document with macros', samples.docm, 'macros'],
    ['a sheet with macros', samples.xlsm, 'macros'],
    ['a document with macros that calls itself one without', samples.disguisedDocm, 'macros'],
    ['an office file of before 2007', samples.oldOffice, 'wrong-type'],
    ['an office file behind a password', encryptedOffice, 'encrypted'],
    ['a web page', samples.html, 'wrong-type'],
    ['a drawing that can hold scripts', samples.svg, 'wrong-type'],
    ['plain text', samples.text, 'wrong-type'],
    ['nothing', Buffer.alloc(0), 'wrong-type'],
    ['half an archive', samples.docx.subarray(0, 40), 'wrong-type'],
    ['a page that goes on as a PDF', Buffer.concat([samples.html, pdf()]), 'wrong-type'],
    ['a drawing of the last century that is an archive too (GIFAR)', gifar, 'wrong-type']
  ])('is refused: %s', async (_name, content, reason) => {
    expect(await recogniseFile(content)).toEqual({ ok: false, reason })
  })
})
