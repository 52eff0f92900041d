import { inTurn } from '../pictures/in-turn.ts'
import { asPng, rasterise } from '../pictures/raster.ts'
import type { Database } from '../platform/database.ts'
import { readStoredFile } from '../platform/files.ts'
import { tagOf } from '../platform/tagged-answer.ts'
import { type CardPlace, companyCard, logoBox, siteCard } from './card-drawing.ts'
import type { EntryContent } from './entry.ts'

/** A card that is not drawn yet; its tag names everything that it is drawn from. */
export type Card = { readonly tag: string; readonly draw: () => Promise<Buffer> }

/** Stands in every tag: raise it when other cards are drawn from the same contents. */
const drawingVersion = 1

/** Some 40 kB each: those that are asked for again and again, such as after a link was passed on. */
const most = 64
const drawn = new Map<string, Buffer>()

const cardTag = (...from: readonly unknown[]): string => tagOf(JSON.stringify([drawingVersion, ...from]))

const keep = (tag: string, png: Buffer): Buffer => {
  const [oldest] = drawn.keys()
  if (oldest !== undefined && drawn.size >= most) drawn.delete(oldest)
  drawn.set(tag, png)
  return png
}

/** Draws one card after the other: a crawler that asks for all of them is not to stop the portal. */
const cardOf = (tag: string, svg: () => Promise<string>): Card => ({
  tag,
  draw: async () => drawn.get(tag) ?? inTurn(async () => drawn.get(tag) ?? keep(tag, await rasterise(await svg())))
})

/** The card of a company. */
export const companyCardOf = (db: Database, place: CardPlace, entry: EntryContent): Card => {
  const { name, number, headline, certifiedSince, certifiedBefore, categories, logo } = entry
  const shape = categories.map(({ passed, ratio }) => [passed, ratio])
  const tag = cardTag(place, name, number, headline, certifiedSince, certifiedBefore, shape, logo)
  return cardOf(tag, async () => {
    const png = logo === null ? null : await asPng(await readStoredFile(db, logo), logoBox)
    return companyCard(place, entry, png)
  })
}

/** The card of the whole site. */
export const siteCardOf = (place: CardPlace): Card => cardOf(cardTag(place), async () => siteCard(place))
