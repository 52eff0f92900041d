import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderInUseError, lockFolder } from '../../src/platform/folder-lock.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'wlgb-lock-')), 'data')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const endedProcess = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

describe('lockFolder', () => {
  it('makes the folder and gives it back', () => {
    const lock = lockFolder(folder)
    expect(existsSync(join(folder, 'lock'))).toBe(true)
    lock.release()
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  it('refuses while another process lives that holds it, and says which', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
    await once(child, 'spawn')
    lockFolder(folder).release()
    writeFileSync(join(folder, 'lock'), String(child.pid))
    expect(() => lockFolder(folder)).toThrow(FolderInUseError)
    expect(() => lockFolder(folder)).toThrow(String(child.pid))
    child.kill()
    await once(child, 'exit')
    expect(() => lockFolder(folder)).not.toThrow()
  })

  it('takes over what a killed process left', async () => {
    lockFolder(folder).release()
    writeFileSync(join(folder, 'lock'), String(await endedProcess()))
    expect(() => lockFolder(folder)).not.toThrow()
  })

  it.each(['', 'not a number', '-1'])('takes over a lock that names no process: %j', (content) => {
    lockFolder(folder).release()
    writeFileSync(join(folder, 'lock'), content)
    expect(() => lockFolder(folder)).not.toThrow()
  })
})
