import { describe, expect, it } from 'vitest'
import { pathPart, uniquePaths } from '../../src/privacy/export-path.ts'

describe('a part of a path in an archive', () => {
  it.each([
    ['宣言.pdf', '宣言.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..\\..\\autoexec.bat', '_.._autoexec.bat'],
    ['.bashrc', 'bashrc'],
    ['a:b*c?.pdf', 'a_b_c_.pdf'],
    ['CON.txt', '_CON.txt'],
    ['終わり. . ', '終わり'],
    ['..', '名前のないファイル']
  ])('%j becomes %j', (name, part) => {
    expect(pathPart(name)).toBe(part)
  })

  it('keeps its ending when it is cut', () => {
    const part = pathPart(`${'長'.repeat(300)}.pdf`)
    expect([...part]).toHaveLength(80)
    expect(part.endsWith('長.pdf')).toBe(true)
  })
})

describe('paths of an archive', () => {
  it('are given once, whatever the case of their letters', () => {
    const unique = uniquePaths()
    expect(['a/写真.JPG', 'a/写真.jpg', 'a/写真.jpg', 'b/写真.jpg', 'a/なし'].map(unique)).toEqual([
      'a/写真.JPG',
      'a/写真（2）.jpg',
      'a/写真（3）.jpg',
      'b/写真.jpg',
      'a/なし'
    ])
  })
})
