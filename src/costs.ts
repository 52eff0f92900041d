import type { Cost } from './platform/request-limits.ts'

/**
 * The answers that cost more than a page: they draw documents and pictures, read whole tables, or take files. One source may
 * ask for fewer of them. Every other route is a page, or a post, and counts as one; some declare a limit of their own.
 */
export const costs: Readonly<Record<string, Cost>> = {
  // Balancers and monitors ask for these as often as they like.
  'GET /health/live': 'free',
  'GET /health/ready': 'free',
  'GET /card.png': 'heavy',
  'GET /companies/:number/card.png': 'heavy',
  'GET /letters/:id': 'heavy',
  'GET /settings/letters/:kind/preview': 'heavy',
  'POST /settings/letters/:kind/preview': 'heavy',
  'GET /certificates/:id': 'heavy',
  'GET /certificates/:id/original': 'heavy',
  'POST /certificates/:id/signed-copy': 'upload',
  'GET /certifications/list.csv': 'heavy',
  'GET /desk/cases.csv': 'heavy',
  'GET /renewals/list.csv': 'heavy',
  'GET /reports/ceremony.csv': 'heavy',
  'POST /reports/newsletter/text': 'heavy',
  'GET /meetings/:id/papers': 'heavy',
  'POST /meetings/:id/papers': 'heavy',
  'GET /meetings/:id/minutes.txt': 'heavy',
  'GET /meetings/:id/minutes.csv': 'heavy',
  'POST /applications/:id/items/:itemCode/attachments': 'upload'
}
