import type { CategoriesEdition } from './edition.ts'
import { asaka2023 } from './editions/asaka-2023.ts'

/** The edition in which applications are made now, by itself: a page's script loads it without the old ones. */
export const currentEdition: CategoriesEdition = asaka2023
