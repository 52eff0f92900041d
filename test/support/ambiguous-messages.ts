/** The request that follows each message: whoever reads the message's end in another place answers it. */
export const foreignRequest = {
  path: '/accessibility',
  text: (host: string): string => `GET /accessibility HTTP/1.1\r\nHost: ${host}\r\n\r\n`
}

/** Headers that say in two ways, or in no way that the standard knows, how long the body is; and the body. RFC 9112, 6 and 5.2. */
const heads: Readonly<Record<string, readonly [head: string, body: string]>> = {
  'a length and chunks': ['Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
  'chunks and a length': ['Transfer-Encoding: chunked\r\nContent-Length: 5', '0\r\n\r\n'],
  'two lengths': ['Content-Length: 0\r\nContent-Length: 60', ''],
  'the same length twice': ['Content-Length: 0\r\nContent-Length: 0', ''],
  'a list of lengths': ['Content-Length: 0, 0', ''],
  'a length with a sign': ['Content-Length: +0', ''],
  'a negative length': ['Content-Length: -1', ''],
  'a length in hexadecimal': ['Content-Length: 0x0', ''],
  'a length beyond 64 bits': ['Content-Length: 18446744073709551616', ''],
  'a space before the colon': ['Content-Length : 0', ''],
  'an encoding nobody knows': ['Transfer-Encoding: xchunked', '0\r\n\r\n'],
  'chunks that are not last': ['Transfer-Encoding: chunked, identity', '0\r\n\r\n'],
  'chunks twice': ['Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
  'an encoding behind a control character': ['Transfer-Encoding: \x0bchunked', '0\r\n\r\n'],
  'a chunk size that is no number': ['Transfer-Encoding: chunked', 'zz\r\n\r\n'],
  'a negative chunk size': ['Transfer-Encoding: chunked', '-1\r\n\r\n'],
  'a chunk size with a prefix': ['Transfer-Encoding: chunked', '0x1\r\na\r\n0\r\n\r\n'],
  'a chunk size beyond 64 bits': ['Transfer-Encoding: chunked', '10000000000000000\r\n\r\n'],
  'a chunk longer than its size': ['Transfer-Encoding: chunked', '1\r\nabc\r\n0\r\n\r\n'],
  'a folded header': ['X-Note: a\r\n b\r\nContent-Length: 0', ''],
  'a folded length': ['Content-Length:\r\n 0', ''],
  'a folded encoding': ['Transfer-Encoding:\r\n chunked', '0\r\n\r\n'],
  'a length behind a bare carriage return': ['X-Note: a\rContent-Length: 60', ''],
  'a header with a zero byte': ['X-Note: a\0\r\nContent-Length: 0', '']
}

/** Messages as they go over the wire, by what is wrong with them, each with the foreign request behind it. */
export const ambiguousMessages = (host: string): readonly (readonly [name: string, message: string])[] =>
  Object.entries(heads).map(([name, [head, body]]) => [
    name,
    `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\n${head}\r\n\r\n${body}${foreignRequest.text(host)}`
  ])
