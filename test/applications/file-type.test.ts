import { describe, expect, it } from 'vitest'
import { recogniseFile } from '../../src/applications/file-type.ts'
import { pdf, samples } from '../support/sample-files.ts'

describe('the content of a file', () => {
  it.each([
    ['PDF', pdf(), 'pdf'],
    ['JPEG', samples.jpeg, 'jpg'],
    ['PNG', samples.png, 'png'],
    ['Word', samples.docx, 'docx'],
    ['Excel', samples.xlsx, 'xlsx']
  ])('is recognised: %s', async (_name, content, extension) => {
    expect((await recogniseFile(content))?.extension).toBe(extension)
  })

  it.each([
    ['a program', samples.exe],
    ['a plain archive', samples.zip],
    ['slides', samples.pptx],
    ['a document with macros', samples.docm],
    ['a sheet with macros', samples.xlsm],
    ['a document with macros that calls itself one without', samples.disguisedDocm],
    ['an office file of before 2007', samples.oldOffice],
    ['a web page', samples.html],
    ['a drawing that can hold scripts', samples.svg],
    ['plain text', samples.text],
    ['nothing', Buffer.alloc(0)],
    ['half an archive', samples.docx.subarray(0, 40)]
  ])('is refused: %s', async (_name, content) => {
    expect(await recogniseFile(content)).toBeNull()
  })
})
