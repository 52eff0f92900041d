import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { Transform } from 'node:stream'

/**
 * A sealed archive: the mark, a salt, then segments of 64 KiB, each encrypted and authenticated (AES-256-GCM) under its
 * number and whether it is the last: none can be altered, exchanged, repeated or cut off unnoticed, and any can be read
 * without those before it.
 */
const mark = Buffer.from('WLGBSEAL')
const saltBytes = 16
const headBytes = mark.length + saltBytes
const plainBytes = 64 * 1024
const tagBytes = 16
const sealedBytes = plainBytes + tagBytes

const keyFor = (key: Buffer, salt: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, salt, 'backup', 32))

const nonce = (index: number, last: boolean): Buffer => {
  const value = Buffer.alloc(12)
  value.writeUInt32BE(index, 4)
  value.writeUInt8(last ? 1 : 0, 11)
  return value
}

/** Whether a file begins as a sealed archive does. */
export const isSealed = (start: Buffer): boolean => start.subarray(0, mark.length).equals(mark)

const sealSegment = (key: Buffer, index: number, last: boolean, plain: Buffer): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(index, last))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Seals what passes through with a key of 32 bytes. */
export const sealing = (secret: Buffer): Transform => {
  const salt = randomBytes(saltBytes)
  const key = keyFor(secret, salt)
  let held = Buffer.alloc(0)
  let index = 0
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      held = Buffer.concat([held, chunk])
      // The last segment is marked, so one is always held back.
      while (held.length > plainBytes) {
        stream.push(sealSegment(key, index++, false, held.subarray(0, plainBytes)))
        held = held.subarray(plainBytes)
      }
      done()
    },
    flush: (done) => {
      stream.push(sealSegment(key, index, true, held))
      done()
    }
  })
  stream.push(Buffer.concat([mark, salt]))
  return stream
}

/** What is readable at any place, sealed or not. */
export type Bytes = { readonly size: number; readonly read: (start: number, end: number) => AsyncGenerator<Buffer> }

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** The bytes of a file that is not sealed. */
export const plainBytesOf = (file: FileHandle, size: number): Bytes => ({
  size,
  read: async function* (start, end) {
    for (let at = start; at < end; at += plainBytes) yield readAt(file, at, Math.min(plainBytes, end - at))
  }
})

/**
 * The bytes of a sealed file; reading throws where the key is another one or a byte was changed.
 * @param size of the sealed file in bytes
 */
export const openSealed = async (file: FileHandle, size: number, secret: Buffer): Promise<Bytes> => {
  const head = await readAt(file, 0, headBytes)
  const key = keyFor(secret, head.subarray(mark.length))
  const segments = Math.ceil((size - headBytes) / sealedBytes)
  const openSegment = async (index: number): Promise<Buffer> => {
    const sealed = await readAt(file, headBytes + index * sealedBytes, sealedBytes)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(index, index === segments - 1))
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()])
  }
  return {
    size: size - headBytes - segments * tagBytes,
    read: async function* (start, end) {
      for (let at = start; at < end; ) {
        const index = Math.floor(at / plainBytes)
        const from = at - index * plainBytes
        const part = (await openSegment(index)).subarray(from, Math.min(plainBytes, from + end - at))
        yield part
        at += part.length
      }
    }
  }
}
