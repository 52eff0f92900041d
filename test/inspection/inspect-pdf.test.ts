import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hazard } from '../../src/inspection/hazard.ts'
import { inspectFile } from '../../src/inspection/inspect-file.ts'
import { inspectionLimits } from '../../src/inspection/inspection-limits.ts'
import { objectStream, pdfWith, streamOf } from '../support/hostile-pdf.ts'
import { pdf, samples } from '../support/sample-files.ts'

const inspect = (content: Buffer): Promise<Hazard | null> => inspectFile(content, 'application/pdf')
const script = '<</S/JavaScript/JS(app.alert(1))>>'

const hostile: readonly (readonly [what: string, content: Buffer, hazard: Hazard])[] = [
  ['a script on opening', pdfWith(`/OpenAction${script}`), 'script'],
  ['a script written in numbers', pdfWith('/OpenAction<</S/#4a#61vaScrip#74/JS(x)>>'), 'script'],
  ['a script of a page', pdfWith('', [`3 0 obj<</Type/Page/AA<</O${script}>>>>endobj\n`]), 'script'],
  ['named scripts', pdfWith('/Names<</JavaScript<</Names[]>>>>'), 'script'],
  ['a program that is started', pdfWith('/OpenAction<</S/Launch/F(cmd.exe)>>'), 'script'],
  ['a form that is sent', pdfWith('/OpenAction<</S/SubmitForm/F(https://evil.example)>>'), 'script'],
  ['a form of XFA', pdfWith('/AcroForm<</XFA[(a)3 0 R]>>'), 'script'],
  ['a file within', pdfWith('/Names<</EmbeddedFiles<</Names[(a)3 0 R]>>>>'), 'attached'],
  [
    'a file within that only its stream names',
    pdfWith('', [streamOf('/Type/EmbeddedFile', Buffer.from('MZ'))]),
    'attached'
  ],
  ['media', pdfWith('', ['3 0 obj<</Subtype/RichMedia>>endobj\n']), 'attached'],
  ['a password', pdfWith('/Encrypt 5 0 R'), 'encrypted'],
  ['a script in an object stream', pdfWith('', [objectStream(script)]), 'script'],
  [
    'a script in an object stream that does not say so',
    pdfWith('', [objectStream(script, '/N 1/First 5/Filter/FlateDecode')]),
    'script'
  ],
  [
    'a script in a stream that ends too early',
    pdfWith('', [streamOf('/Type/ObjStm', deflateSync(Buffer.from(`12 0 ${script}`)).subarray(0, -4))]),
    'script'
  ],
  ['a script in a stream after a comment that begins one', pdfWith('', ['% stream\n', objectStream(script)]), 'script'],
  [
    'a script after the end of an object stream that says its end is here',
    pdfWith('', [streamOf('/Type/ObjStm', deflateSync(Buffer.from(`12 0 endstream endobj ${script}`), { level: 0 }))]),
    'script'
  ],
  [
    'an object stream that is packed otherwise',
    pdfWith('', [streamOf('/Type/ObjStm/Filter/LZWDecode', Buffer.from('80', 'hex'))]),
    'unreadable'
  ],
  [
    'an object stream behind another layer',
    pdfWith('', [
      streamOf('/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]', Buffer.from(deflateSync(script).toString('hex')))
    ]),
    'unreadable'
  ],
  [
    'an object stream of noise',
    pdfWith('', [streamOf('/Type/Obj#53tm/Filter/FlateDecode', Buffer.from('ffeeddcc', 'hex'))]),
    'unreadable'
  ],
  [
    'an object stream that fills the machine',
    pdfWith('', [objectStream(Buffer.alloc(inspectionLimits.objectStreamBytes, 0x20))]),
    'bomb'
  ],
  ['an archive at its end', Buffer.concat([pdf(), samples.zip]), 'disguised']
]

describe('a PDF', () => {
  it.each(hostile)('is refused for %s', async (_what, content, hazard) => {
    expect(await inspect(content)).toBe(hazard)
  })

  it.each([
    ['as it is', pdf()],
    ['that opens at a page', pdfWith('/OpenAction[3 0 R/Fit]')],
    ['that opens by going to a page', pdfWith('/OpenAction<</S/GoTo/D[3 0 R/Fit]>>')],
    ['with a link', pdfWith('', ['3 0 obj<</Subtype/Link/A<</S/URI/URI(https://www.city.example/)>>>>endobj\n'])],
    ['with objects in a stream', pdfWith('', [objectStream('<</Type/Page>>')])],
    [
      'with objects in a stream that is not packed',
      pdfWith('', [streamOf('/Type/ObjStm/N 1/First 5', Buffer.from('12 0 <</A/B>>'))])
    ],
    [
      'with a page’s drawing',
      pdfWith('', [streamOf('/Filter/FlateDecode', deflateSync(Buffer.from('1 0 0 1 50 50 cm /Im1 Do')))])
    ],
    ['with a scanned picture', pdfWith('', [streamOf('/Filter/DCTDecode', samples.jpeg)])],
    ['with a broken picture', pdfWith('', [streamOf('/Filter/FlateDecode', Buffer.from('789cffffff', 'hex'))])]
  ])('is taken %s', async (_what, content) => {
    expect(await inspect(content)).toBeNull()
  })

  it('is refused for more streams than are tried, whatever they hold', async () => {
    expect(await inspect(pdfWith('', ['stream\nx\x9c'.repeat(inspectionLimits.streams + 1)]))).toBe('unreadable')
  })
})

/** A PDF of ten megabytes that is nothing but one piece, over and over. */
const filledWith = (piece: string | Buffer): Buffer => {
  const content = Buffer.alloc(10 * 1024 * 1024, piece)
  content.write('%PDF-1.7\n', 'latin1')
  return content
}

describe('what was made to keep a reader busy', () => {
  const packed = deflateSync(Buffer.from('1 0 '), { level: 0 }).subarray(0, 7)
  it.each([
    ['slashes', '/'],
    ['names without end', '/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa#'],
    ['beginnings of streams', 'stream\n'],
    ['packed streams in one another', Buffer.concat([Buffer.from('stream\n'), packed])],
    ['open brackets', '<<(<<(']
  ])('is read in a few seconds: %s', { timeout: 60_000 }, async (_what, piece) => {
    // Processor time: how long it takes by the clock is also up to what else the machine does.
    const began = process.cpuUsage()
    await inspect(filledWith(piece))
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1_000_000).toBeLessThan(8)
  })

  it('never makes the reading fail, however a file is broken', async () => {
    const whole = pdfWith(`/OpenAction${script}`, [
      objectStream(script),
      streamOf('/Filter/FlateDecode', deflateSync('1 2 3'))
    ])
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), cut: fc.nat(40) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        let content = Buffer.from(whole)
        for (const { at, byte, cut } of changes) {
          content.writeUInt8(byte, at % content.length)
          if (cut > 35)
            content = Buffer.concat([
              content.subarray(0, at % content.length),
              content.subarray((at % content.length) + cut)
            ])
          if (content.length === 0) content = Buffer.from('%')
        }
        expect([null, 'script', 'unreadable', 'bomb', 'attached', 'encrypted', 'disguised']).toContain(
          await inspect(content)
        )
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 100) }
    )
  })
})
