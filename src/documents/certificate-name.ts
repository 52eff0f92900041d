import type { Certificate } from 'pkijs'

/** The parts of a name that say who somebody is, the most telling first: common name, unit, organisation. */
const telling = ['2.5.4.3', '2.5.4.11', '2.5.4.10']

/** Who holds a certificate. Empty when its name says nothing. */
export const certificateName = ({ subject }: Certificate): string => {
  for (const oid of telling) {
    const found = subject.typesAndValues.filter(({ type }) => type === oid).at(-1)
    if (found !== undefined) return String(found.value.valueBlock.value).trim()
  }
  return ''
}
