import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharp } from '../../src/pictures/sharp.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { longestName } from '../support/certificates.ts'
import { certificationCase } from '../support/issued.ts'
import { approve, waitingStatement } from '../support/statements.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const certified = (name: string) =>
  certificationCase(portal.context, { startsOn: '2026-11-01' }, { status: 'certified', profile: { name } })

const cardOf = async (url: string) => {
  const { status, headers, bytes } = await portal.visitor().get(url)
  expect([status, headers['content-type'], headers['cross-origin-resource-policy']]).toEqual([
    200,
    'image/png',
    'cross-origin'
  ])
  const { width, height, format } = await sharp(bytes).metadata()
  expect([width, height, format]).toEqual([1200, 630, 'png'])
  return { bytes, tag: String(headers.etag) }
}

describe('the picture beside a link', () => {
  it.each(['株式会社あさか', '有限会社髙﨑𠮷野😀', longestName])('is drawn for %s', async (name) => {
    const { number } = await certified(name)
    const { bytes } = await cardOf(`/companies/${number}/card.png`)
    expect(bytes.length).toBeLessThan(200_000)
    const page = await portal.visitor().get(`/companies/${number}`)
    expect(page.body).toMatch(new RegExp(`property="og:image" content="[^"]+/companies/${number}/card.png"`))
  })

  it('is asked for once, and drawn anew when the company shows a logo', async () => {
    const { number, email } = await certified('株式会社ロゴ')
    const url = `/companies/${number}/card.png`
    const { bytes, tag } = await cardOf(url)
    const known = await portal.visitor().get(url, { 'if-none-match': `W/${tag}` })
    expect([known.status, known.bytes.length]).toEqual([304, 0])
    expect((await cardOf(url)).bytes.equals(bytes)).toBe(true)
    const { id } = await waitingStatement(portal.context, email)
    expect((await cardOf(url)).tag).toBe(tag)
    await approve(portal.context, id, await official(portal.context, 'secretariat', '産業 太郎'))
    const changed = await cardOf(url)
    expect(changed.tag).not.toBe(tag)
    expect(changed.bytes.equals(bytes)).toBe(false)
  })

  it('stands for the whole site on every other public page', async () => {
    await cardOf('/card.png')
    expect((await portal.visitor().get('/companies')).body).toMatch(/property="og:image" content="[^"]+\/card.png"/)
  })

  it.each(['0', '999999', 'x', '1e3'])('is not there for a company that is not: %s', async (number) => {
    expect((await portal.visitor().get(`/companies/${number}/card.png`)).status).toBe(404)
  })
})
