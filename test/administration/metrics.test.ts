import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'

const token = 'a-token-for-the-tests'
const bearer = { authorization: `Bearer ${token}` }

let portal: TestApp
let closed: TestApp
beforeAll(async () => {
  portal = await openTestApp({ env: { METRICS_TOKEN: token } })
  closed = await openTestApp()
})
afterAll(async () => {
  await portal.close()
  await closed.close()
})

const figures = async (): Promise<string> => (await portal.visitor().get('/metrics', bearer)).body

describe('the metrics', () => {
  it.each([
    {},
    { authorization: 'Bearer' },
    { authorization: 'Bearer another-token-here' },
    { authorization: `Basic ${token}` },
    { authorization: token }
  ])('do not exist for whoever has no token: %j', async (headers) => {
    const answer = await portal.visitor().get('/metrics', headers)
    expect(answer.status).toBe(404)
    await expectValidHtml(answer.body)
  })

  it('do not exist where no token is set', async () => {
    for (const headers of [bearer, { authorization: 'Bearer ' }, {}])
      expect((await closed.visitor().get('/metrics', headers)).status).toBe(404)
  })

  it('tell of queues, mails, certificates and the process', async () => {
    await certifiedCase(portal.context, { startsOn: '2026-11-01' })
    const visitor = portal.visitor()
    await visitor.post('/sign-in', { email: 'someone@example.jp' })
    const answer = await visitor.get('/metrics', bearer)
    expect(answer.headers['content-type']).toContain('text/plain')
    for (const line of [
      /^wlgb_database_up 1$/m,
      /^wlgb_queue_jobs\{queue="send-mail",state="waiting"\} [1-9]/m,
      /^wlgb_queue_oldest_seconds\{queue="send-mail"\} \d/m,
      /^wlgb_mails\{state="waiting"\} [1-9]/m,
      /^wlgb_mails\{state="failed"\} 0$/m,
      /^wlgb_certificates_issued 1$/m,
      /^wlgb_certifications_valid 1$/m,
      /^process_cpu_seconds_total \d/m
    ])
      expect(answer.body).toMatch(line)
    expect(answer.body).not.toContain('someone@example.jp')
  })

  it('count requests by route pattern, whatever is asked for', async () => {
    const visitor = portal.visitor()
    for (let count = 0; count < 20; count++) await visitor.get(`/nothing/${count}`)
    await visitor.get('/companies/1')
    await visitor.get('/companies/2?q=secret-name')
    const body = await figures()
    const lines = body.split('\n').filter((line) => line.startsWith('wlgb_http_request_duration_seconds_count'))
    expect(lines.filter((line) => line.includes('route="(none)"'))).toEqual([
      'wlgb_http_request_duration_seconds_count{method="GET",route="(none)",status="404"} 20'
    ])
    expect(body).toMatch(/_count\{method="GET",route="\/companies\/:number",status="\d+"\} \d/)
    expect(body).not.toMatch(/nothing|secret-name|companies\/1/)
  })
})
