import { parse } from 'node:querystring'
import { BadRequestError } from './errors.ts'

/** More fields than the longest form of ours has, several times over. */
const mostFields = 2000
/** Letters of a field's name. */
const longestName = 200

/**
 * The fields of a posted form by name; several of one name are a list.
 * @throws BadRequestError 413 for more fields, or longer names, than any form of ours has
 */
export const readFields = (body: string): Record<string, string | string[] | undefined> => {
  if (body.split('&', mostFields + 1).length > mostFields) throw new BadRequestError('too many fields', 413)
  const fields = parse(body, '&', '=', { maxKeys: 0 })
  if (Object.keys(fields).some((name) => name.length > longestName))
    throw new BadRequestError('a field with too long a name', 413)
  return fields
}
