import type { Mark, PointsCategory, PointsEdition, PointsItem } from '../checklist/index.ts'
import type { Points, PointsCategoryVerdict, PointsVerdict } from './verdict.ts'

const ordinaryPoints = 2
const starredPoints = 4

const knownPoints = (items: readonly PointsItem[]): number =>
  items.reduce((sum, { weight }) => sum + (weight.points ?? 0), 0)

/**
 * The printed total says how many ☆ the scan lost in a category, not where they stood. Of the checked items of unknown
 * weight at least so many, and at most so many, are ☆.
 */
const pointsOf = (category: PointsCategory, checked: readonly PointsItem[]): Points => {
  const isUnknown = ({ weight }: PointsItem) => weight.points === null
  const unknown = category.items.filter(isUnknown)
  const unknownChecked = checked.filter(isUnknown)
  const lostStars =
    (category.points - knownPoints(category.items) - ordinaryPoints * unknown.length) / (starredPoints - ordinaryPoints)
  const fewestStars = Math.max(0, unknownChecked.length - (unknown.length - lostStars))
  const mostStars = Math.min(unknownChecked.length, lostStars)
  const withoutStars = knownPoints(checked) + ordinaryPoints * unknownChecked.length
  const atLeast = withoutStars + fewestStars * (starredPoints - ordinaryPoints)
  const atMost = withoutStars + mostStars * (starredPoints - ordinaryPoints)
  return {
    earned: atLeast === atMost ? atLeast : null,
    atLeast,
    atMost,
    max: category.points,
    unknownCodes: unknownChecked.map(({ code }) => code)
  }
}

const judge = (category: PointsCategory, marks: ReadonlyMap<string, Mark>): PointsCategoryVerdict => {
  const checked = category.items.filter(({ code }) => marks.get(code) === 'checked')
  return {
    number: category.number,
    title: category.title,
    checked: checked.length,
    counted: category.items.length,
    needed: null,
    missing: null,
    passed: null,
    points: pointsOf(category, checked)
  }
}

const total = (parts: readonly Points[], max: number): Points => {
  const atLeast = parts.reduce((sum, part) => sum + part.atLeast, 0)
  const atMost = parts.reduce((sum, part) => sum + part.atMost, 0)
  return {
    earned: atLeast === atMost ? atLeast : null,
    atLeast,
    atMost,
    max,
    unknownCodes: parts.flatMap(({ unknownCodes }) => unknownCodes)
  }
}

const reaches = ({ atLeast, atMost }: Points, passMark: number | null): boolean | null => {
  if (passMark === null) return null
  if (atLeast >= passMark) return true
  return atMost < passMark ? false : null
}

/** Judges a sheet of points. What depends on a lost ☆ or on the missing pass mark stays undetermined. */
export const scorePoints = (edition: PointsEdition, marks: ReadonlyMap<string, Mark>): PointsVerdict => {
  const categories = edition.categories.map((category) => judge(category, marks))
  const points = total(
    categories.map((category) => category.points),
    edition.totalPoints
  )
  return {
    rule: 'points',
    meetsStandard: reaches(points, edition.passMark),
    passedCategories: null,
    passedCategoryNumbers: [],
    requiredCategories: null,
    categories,
    points
  }
}
