import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { editions, findItem } from '../../src/checklist/index.ts'
import { CategoryItem } from '../../views/applications/category-item.tsx'
import { expectValidHtml } from '../support/html.ts'

const item = findItem(editions['asaka-2023'], '6-1')

const html = (parts: Partial<Parameters<typeof CategoryItem>[0]>): string => {
  if (item === null) throw new Error('no item')
  return renderToString(
    <CategoryItem
      entry={{ item, evaluationYear: 2025, raw: {}, errors: {} }}
      mark="checked"
      state={{ code: '6-1', finding: null, problems: [], showsEvidence: false }}
      {...parts}
    />
  )
}

describe('an item of a returned application', () => {
  it('shows the secretariat’s question as written, and nothing of it as markup', async () => {
    const body = html({ question: '研修の記録を<b>見せて</b>ください。\n写しで結構です。' })
    expect(body).toContain('事務局からの照会')
    expect(body).toContain('研修の記録を&lt;b>見せて&lt;/b>ください。\n写しで結構です。')
    await expectValidHtml(body)
  })
})

describe('an item with nothing to say', () => {
  it('holds its finding hidden and shows no question', async () => {
    const body = html({})
    expect(body).toMatch(/data-finding="6-1" data-tone="calm" hidden/)
    expect(body).not.toContain('事務局からの照会')
    await expectValidHtml(body)
  })

  it('leaves away what the paper says about ticking its own boxes', () => {
    expect(html({})).not.toContain('✓')
  })

  it('folds the files away until there are some', () => {
    const files = { summary: '添付した資料（1件）', content: 'x' }
    expect(html({ attachments: { ...files, open: true } })).toMatch(/<details[^>]* open/)
    expect(html({ attachments: { ...files, open: false } })).not.toMatch(/<details[^>]* open/)
  })
})
