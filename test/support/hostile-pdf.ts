import { deflateSync } from 'node:zlib'

/** A PDF whose catalog holds what is handed in, after objects of its own. */
export const pdfWith = (inCatalog: string, objects: readonly (string | Buffer)[] = []): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R ', 'latin1'),
    Buffer.from(`${inCatalog}>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n`, 'latin1'),
    ...objects.map((object) => (typeof object === 'string' ? Buffer.from(object, 'latin1') : object)),
    Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1')
  ])

/** An object that is a stream. */
export const streamOf = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`9 0 obj<<${dictionary}/Length ${data.length}>>stream\r\n`, 'latin1'),
    data,
    Buffer.from('\nendstream endobj\n', 'latin1')
  ])

/** A packed object stream that holds one object. */
export const objectStream = (
  object: string | Buffer,
  dictionary = '/Type/ObjStm/N 1/First 5/Filter/FlateDecode'
): Buffer => streamOf(dictionary, deflateSync(Buffer.concat([Buffer.from('12 0 '), Buffer.from(object)])))
