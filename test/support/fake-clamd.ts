import { createServer, type Socket } from 'node:net'

/** What the fake does with a file: answers with a word of clamd's, stays silent, or hangs up. */
export type ClamdTemper = (content: Buffer) => string | 'silent' | 'hang up'

/** The word in a file at which the fake finds something, unless it is told otherwise. */
export const planted = 'planted-for-the-scanner'

const usual: ClamdTemper = (content) => (content.includes(planted) ? 'stream: Planted.Test FOUND\0' : 'stream: OK\0')

/** The content of an INSTREAM command once it has arrived whole, else null. */
const contentIn = (received: Buffer): Buffer | null => {
  const pieces: Buffer[] = []
  let at = 'zINSTREAM\0'.length
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

/** A small server that speaks as much of clamd's protocol as the portal uses. */
export type FakeClamd = {
  readonly url: string
  /** How many files it was asked for. */
  readonly asked: () => number
  readonly setTemper: (temper: ClamdTemper) => void
  readonly close: () => Promise<void>
}

export const openFakeClamd = async (): Promise<FakeClamd> => {
  let temper = usual
  let asked = 0
  const sockets = new Set<Socket>()
  const answer = (socket: Socket, content: Buffer): void => {
    asked += 1
    const said = temper(content)
    if (said === 'hang up') socket.destroy()
    else if (said !== 'silent') for (const letter of said) socket.write(letter)
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      if (received.toString('latin1', 0, 9) === 'zVERSION\0') return socket.end('FakeAV 1.0/27000/Sat Nov 21\0')
      const content = contentIn(received)
      if (content !== null) answer(socket, content)
      return undefined
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the fake has no port')
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    asked: () => asked,
    setTemper: (next) => {
      temper = next
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      })
  }
}
