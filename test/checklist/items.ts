import { editions, findItem, type Item } from '../../src/checklist/index.ts'

/** An item of the 2023 edition that the test knows to be there. */
export const item2023 = (code: string): Item => {
  const item = findItem(editions['asaka-2023'], code)
  if (item === null) throw new Error(`no item ${code}`)
  return item
}
