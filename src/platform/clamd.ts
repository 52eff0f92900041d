import { connect, type NetConnectOpts, type Socket } from 'node:net'
import { type FileScanner, type ScanAnswer, ScannerAwayError } from './file-scanner.ts'

/** How long clamd is waited for, in milliseconds: between two signs of life, and for one answer in all. */
export type ClamdPatience = { readonly silence: number; readonly whole: number }

const usualPatience: ClamdPatience = { silence: 30_000, whole: 120_000 }

const pieceBytes = 64 * 1024
const mostAnswerBytes = 4096
const noMore = Buffer.alloc(4)

/** Where clamd listens: `tcp://host:3310` or `unix:/path`. */
const placeOf = (url: string): NetConnectOpts => {
  if (url.startsWith('unix:')) return { path: url.slice('unix:'.length) }
  const { hostname, port } = new URL(url)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) }
}

/** A file as clamd's INSTREAM takes it: pieces, each after its length, and an empty one at the end. */
function* instream(content: Buffer): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < content.length; at += pieceBytes) {
    const piece = content.subarray(at, at + pieceBytes)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    yield Buffer.concat([length, piece])
  }
  yield noMore
}

/** Sends piece after piece, waiting where clamd reads more slowly than we write. */
const sendAll = (socket: Socket, pieces: Iterator<Buffer>): void => {
  for (let next = pieces.next(); next.done !== true; next = pieces.next())
    if (!socket.write(next.value)) {
      socket.once('drain', () => sendAll(socket, pieces))
      return
    }
}

/** Asks clamd one thing and gives its answer, which ends with a zero byte or with the connection. */
const ask = (place: NetConnectOpts, pieces: Iterator<Buffer>, patience: ClamdPatience): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(place)
    let answer = ''
    const end = (outcome: () => void): void => {
      clearTimeout(alarm)
      socket.destroy()
      outcome()
    }
    const fail = (why: string): void => end(() => reject(new ScannerAwayError(`clamd: ${why}`)))
    const alarm = setTimeout(() => fail('no answer in time'), patience.whole)
    socket.setTimeout(patience.silence, () => fail('silent for too long'))
    socket.setEncoding('utf8')
    socket.on('connect', () => sendAll(socket, pieces))
    socket.on('data', (chunk) => {
      answer += chunk
      const zero = answer.indexOf('\0')
      if (zero !== -1) end(() => resolve(answer.slice(0, zero)))
      else if (answer.length > mostAnswerBytes) fail('an answer without end')
    })
    // An answer may come before all was sent (a file that is too large): then sending fails, and the answer counts.
    socket.on('error', (error) => fail(error.message))
    socket.on('close', () => fail('closed before it had answered'))
  })

const answerOf = (text: string, engine: string): ScanAnswer => {
  const said = text.replace(/^stream: /, '').trim()
  if (said === 'OK') return { kind: 'clean', engine }
  const found = said.match(/^(.{1,200}) FOUND$/)?.[1]
  if (found !== undefined) return { kind: 'infected', found, engine }
  if (said.endsWith('ERROR')) return { kind: 'refused', why: said.slice(0, 200), engine }
  throw new ScannerAwayError('clamd: an answer that says nothing')
}

/** ClamAV's daemon as a scanner, asked over a socket of its own for every file. */
export const clamdScanner = (url: string, patience: ClamdPatience = usualPatience): FileScanner => {
  const place = placeOf(url)
  return {
    scan: async (content) => {
      const engine = await ask(place, [Buffer.from('zVERSION\0')].values(), patience)
      return answerOf(await ask(place, instream(content), patience), engine.trim().slice(0, 200))
    }
  }
}
