import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFileName, readableFileName } from '../../src/applications/file-name.ts'

describe('the name of an attached file', () => {
  it.each([
    ['就業規則.pdf', 'pdf', '就業規則.pdf'],
    ['../../etc/passwd.pdf', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\soumu\\規則.pdf', 'pdf', '規則.pdf'],
    ['規\u0000則\r\n.pdf', 'pdf', '規則.pdf'],
    ['請求\u202Efdp.exe', 'pdf', '請求fdp.exe.pdf'],
    ['か\u3099んは\u309A.pdf', 'pdf', 'がんぱ.pdf'],
    ['写真.JPEG', 'jpg', '写真.JPEG'],
    ['写真.png', 'jpg', '写真.png.jpg'],
    ['規則', 'pdf', '規則.pdf'],
    ['', 'pdf', '名前のないファイル.pdf'],
    ['..', 'pdf', '名前のないファイル.pdf'],
    ['.pdf', 'pdf', '.pdf.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', 'pdf', '<img src=x onerror=alert(1)>.pdf']
  ])('%j becomes fit to be stored', (sent, extension, stored) => {
    expect(cleanFileName(sent, extension)).toBe(stored)
  })

  it('is at most 200 characters long and keeps its ending', () => {
    const name = cleanFileName(`${'𠮷'.repeat(300)}.pdf`, 'pdf')
    expect([...name]).toHaveLength(200)
    expect(name.endsWith('𠮷.pdf')).toBe(true)
  })

  it('ends with no space where it was cut', () => {
    const name = `実績${' '.repeat(300)}一覧`
    expect([cleanFileName(`${name}.pdf`, 'pdf'), readableFileName(name)]).toEqual(['実績.pdf', '実績'])
  })

  it('never holds a folder, a control character or half a letter, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sent) => {
        const name = cleanFileName(sent, 'pdf')
        expect(name).not.toMatch(/[/\\\p{Cc}\u202A-\u202E]/u)
        expect(name.isWellFormed()).toBe(true)
        expect([...name].length).toBeLessThanOrEqual(200)
        expect(readableFileName(sent)).not.toBe('')
      })
    )
  })
})
