import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { type GuideBlock, type GuideInline, plainText } from '../../src/guides/guide-block.ts'
import { readDocument } from '../../src/guides/guide-document.ts'
import { guideProblem } from '../../src/guides/guide-text.ts'
import { safeHref } from '../../src/guides/safe-href.ts'
import { GuideContent } from '../../views/guides/guide-content.tsx'
import { expectValidHtml } from '../support/html.ts'

const part: readonly GuideBlock[] = [{ kind: 'paragraph', children: [{ kind: 'text', text: '一覧' }] }]
const facts = { values: { 市名: '朝霞市', 悪意: '<b>**太**</b>' }, parts: { 一覧: part } }

const read = (source: string) => readDocument(source, facts)
const html = (source: string): string => renderToString(<GuideContent blocks={read(source)} />)

describe('a guide', () => {
  it('holds what people write', async () => {
    const page = html(
      '# 大見出し\n\n## 見出し\n\n一行目\n二行目 **太字** *斜体* ~~消す~~ `字`\n\n- 一\n- 二\n  - 三\n\n3. 三番\n\n> 引用\n\n| 種類 | 日数 |\n| --- | ---: |\n| 新規 | 60日 |\n\n---\n\n```\n<b>\n```\n\n[案内](/guides/faq) [外](https://example.jp/?a=1&b=2) [紹介][1] https://example.jp\n\n[1]: mailto:a@example.jp\n'
    )
    for (const piece of [
      '<h2 id="s-大見出し">',
      '<h2 id="s-見出し">',
      '一行目<br/>二行目',
      '<strong>太字</strong>',
      '<em>斜体</em>',
      '<del>消す</del>',
      '<code>字</code>',
      '<li>二<ul><li>三',
      '<ol start="3">',
      '<blockquote><p>引用',
      '<caption class="visually-hidden">見出し</caption>',
      '<td data-label="日数" class="table__figure">60日</td>',
      '<hr/>',
      '<pre><code>&lt;b></code></pre>',
      'href="/guides/faq"',
      'href="https://example.jp/?a=1&amp;b=2"',
      'href="mailto:a@example.jp"',
      '>https://example.jp</a>'
    ])
      expect(page).toContain(piece)
    await expectValidHtml(page)
  })

  it('shows markup as it was typed, and of a picture its words', () => {
    expect(html('<script>alert(1)</script>')).toBe('<div class="guide"><p>&lt;script>alert(1)&lt;/script></p></div>')
    expect(html('文 <b onclick="x()">太</b>')).toContain('&lt;b onclick=&quot;x()&quot;>太&lt;/b>')
    expect(html('![写真の説明](https://example.jp/a.png)')).toBe('<div class="guide"><p>写真の説明</p></div>')
  })

  it.each([
    ['**認定証（PDF）**には', '<strong>認定証（PDF）</strong>には'],
    ['市の**「認定」**を', '市の<strong>「認定」</strong>を'],
    ['**大事。**次に', '<strong>大事。</strong>次に'],
    ['*（斜体）*と`コード（）**あ`', '<em>（斜体）</em>と<code>コード（）**あ</code>'],
    ['2 * 3 * 4', '2 * 3 * 4']
  ])('takes the marks of %s as everybody means them', (typed, expected) => {
    expect(html(typed)).toBe(`<div class="guide"><p>${expected}</p></div>`)
  })

  it('fills in what placeholders stand for after reading, so that no value is a mark', () => {
    expect(html('{{市名}}の{{ 市名 }}')).toContain('朝霞市の朝霞市')
    expect(html('{{悪意}}')).toContain('&lt;b>**太**&lt;/b>')
    expect(html('[{{市名}}](mailto:{{市名}}@example.jp)')).toContain('href="mailto:朝霞市@example.jp"')
    expect(html('{{知らない}}')).toContain('{{知らない}}')
  })

  it('puts whole parts where a placeholder stands alone in its paragraph', () => {
    expect(read('前\n\n{{一覧}}\n\n後')).toHaveLength(3)
    expect(html('{{一覧}}')).toBe('<div class="guide"><p>一覧</p></div>')
    expect(html('文の中の{{一覧}}')).toContain('{{一覧}}')
  })

  it('never skips a level of headings, whose ids are unique', async () => {
    const page = html('#### 深い\n\n## 同じ\n\n#### 同じ\n\n###### 同じ\n\n# 戻る\n\n- ## 中\n')
    expect([...page.matchAll(/<(h\d) id="([^"]*)"/g)].map(([, tag, id]) => `${tag} ${id}`)).toEqual([
      'h2 s-深い',
      'h2 s-同じ',
      'h3 s-同じ-2',
      'h4 s-同じ-3',
      'h2 s-戻る'
    ])
    await expectValidHtml(page)
  })

  it('is read to its end however deep it is nested', () => {
    const stairs = Array.from({ length: 130 }, (_, index) => `${'  '.repeat(index)}- ${index}`).join('\n')
    for (const typed of [
      stairs,
      `${'> - '.repeat(9)}底`,
      `${'*'.repeat(9999)}底`,
      '['.repeat(9999),
      `${'**a *b '.repeat(500)}${'* **'.repeat(500)}`
    ]) {
      expect(guideProblem(typed, [])).toBeNull()
      expect(html(typed).length).toBeGreaterThan(10)
    }
  })
})

describe('a text that cannot be a guide', () => {
  it.each([
    ['{{市名', '閉じていない'],
    ['市名}}', '閉じていない'],
    ['｛｛市名｝｝', '半角'],
    ['{{事業者名}}', '「{{事業者名}}」は使えません'],
    ['> '.repeat(5000), '入れ子が深すぎる'],
    [`前\n\n${'- '.repeat(3000)}底`, '入れ子が深すぎる'],
    [`${'1. '.repeat(40)}底`, '入れ子が深すぎる']
  ])('%.20s is told why', (typed, words) => {
    expect(guideProblem(typed, ['市名'])).toContain(words)
  })

  it.each(['{{市名}}の案内', '-'.repeat(60), '* '.repeat(30).trim(), '1. 一\n2. 二', '電話 048-000-0000'])(
    '%.20s can be one',
    (typed) => {
      expect(guideProblem(typed, ['市名'])).toBeNull()
    }
  )
})

describe('the address of a link', () => {
  it.each([
    'https://example.jp/a?b=1#c',
    'http://example.jp',
    'HTTPS://example.jp',
    'mailto:a@example.jp',
    'tel:048-000-0000',
    '/guides/faq',
    '#s-見出し'
  ])('may be %s', (url) => {
    expect(safeHref(url)).toBe(url)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.jp',
    '/\\example.jp',
    'relative',
    'https:',
    'https://',
    '#',
    ''
  ])('is never %j', (url) => {
    expect(safeHref(url)).toBeNull()
  })
})

const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x]( &#106;avascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x][y]\n\n[y]: javascript:alert(1)\n\n',
  '<javascript:alert(1)>',
  '![x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox)',
  '"><script>',
  "' onmouseover='x",
  '`<script>`',
  '```html\n<script>\n```\n',
  '| <script> |\n| --- |\n| [x](javascript:1) |\n',
  '# <style>*{}</style>\n',
  '> - 1. <iframe src=x>\n',
  '[^1]\n\n[^1]: <script>\n',
  '- [x] ',
  '{{悪意}}',
  '{{一覧}}',
  '\n\n',
  '**',
  '[',
  '](',
  ')',
  '<!--',
  '-->',
  '&lt;script&gt;',
  '\\<'
)
const typed = fc
  .array(fc.oneof(hostile, hostile, fc.string(), fc.string({ unit: 'binary' })), { maxLength: 12 })
  .map((parts) => parts.join(''))

/** Every element with its attributes, as a browser's parser would find them in what preact wrote. */
const tagsOf = (page: string): readonly string[] =>
  page.replaceAll(/ data-label="[^"]*"/g, '').match(/<[a-z!/][^>]*>/gi) ?? []

const allowed =
  /^<\/?(div class="guide"|div|p|h[234]( id="s-[^"<>]*")?|ul|ol( start="\d+")?|li|blockquote|pre|code|strong|em|del|br\/|hr\/|a( href="(https?:\/\/|mailto:|tel:|\/|#)[^"<>]*")?|table( class="table")?|caption( class="visually-hidden")?|thead|tbody|tr|t[hd]( (class|scope)="[^"<>]*")*)>$/i

const hrefs = (blocks: readonly GuideBlock[]): readonly string[] => {
  const inline = (parts: readonly GuideInline[]): readonly string[] =>
    parts.flatMap((one) => [
      ...(one.kind === 'link' ? [one.href] : []),
      ...('children' in one ? inline(one.children) : [])
    ])
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(hrefs)
    if (block.kind === 'quote') return hrefs(block.children)
    if (block.kind === 'table') return block.rows.flat().flatMap(inline)
    return 'children' in block ? inline(block.children) : []
  })
}

describe('whatever is typed', () => {
  it('brings no element, attribute or address to the page but those of the list', () => {
    fc.assert(
      fc.property(typed, (source) => {
        const page = html(source)
        for (const tag of tagsOf(page)) expect(tag).toMatch(allowed)
        for (const href of hrefs(read(source))) expect(safeHref(href)).toBe(href)
      }),
      { numRuns: 400 }
    )
  })

  it('keeps its words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ぁ-ん]{1,20}$/), (words) => {
        const [block] = read(words)
        expect(block?.kind === 'paragraph' ? plainText(block.children) : null).toBe(words)
      })
    )
  })
})
