import type { Application } from '../../src/applications/application.ts'
import { paths } from '../../src/paths.ts'

type Where = Pick<Application, 'id' | 'kind'>

/** Where a part of an application is filled in: a page of its own, or its place on the one page of a renewal. */
export const partUrl = ({ id, kind }: Where, part: string): string => {
  if (part === 'profile') return paths.profile
  if (kind === 'renewal') return `${paths.renewal(id)}#${part === 'renewal' ? 'organisation' : part}`
  return part === 'declarations' ? paths.declarations(id) : paths.category(id, part.replace('category-', ''))
}

/** Where a field of a part is. */
export const fieldUrl = (application: Where, part: string, field: string): string =>
  `${partUrl(application, part).replace(/#.*$/, '')}#${field}`
