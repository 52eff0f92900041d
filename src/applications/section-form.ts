import { BadRequestError } from '../platform/errors.ts'
import type { FormValues } from '../platform/form.ts'

/** Where to go once a section is saved. */
export type Destination = 'next' | 'list'

/** Where the pressed button leads; the list where it does not say. */
export const destinationOf = (values: FormValues): Destination => (values.destination === 'next' ? 'next' : 'list')

/**
 * The version that the form was made from.
 * @throws BadRequestError where it is missing or no version
 */
export const readVersion = ({ version }: FormValues): number => {
  if (typeof version !== 'string' || !/^[1-9]\d{0,8}$/.test(version)) throw new BadRequestError('no version')
  return Number(version)
}
