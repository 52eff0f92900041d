import { expect } from 'vitest'
import type { Answer } from './browser.ts'

/** What every answer of the portal must say to browsers, whatever it is an answer to. */
export const expectSafeHeaders = ({ headers }: Pick<Answer, 'headers'>): void => {
  const policy = String(headers['content-security-policy'])
  expect(policy).not.toMatch(/unsafe|data:|blob:|\*|https?:/)
  const directives = policy.split(/;\s*/)
  // What is sandboxed sends no form, and its default holds for objects too.
  const more = directives.includes('sandbox') ? [] : ["object-src 'none'", "form-action 'self'"]
  for (const directive of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", ...more])
    expect(directives).toContain(directive)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cache-control': expect.stringMatching(/no-store|^public/)
  })
  expect(headers['cross-origin-resource-policy']).toMatch(/^(same|cross)-origin$/)
  for (const banner of ['server', 'x-powered-by', 'via']) expect(headers).not.toHaveProperty(banner)
}
