import { readdirSync, readFileSync } from 'node:fs'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { previews } from '../../views/components/previews.tsx'
import { expectValidHtml } from '../support/html.ts'

const all = previews()

describe.each(all.map(({ name, vnode }) => [name, render(vnode)] as const))('%s', (_name, html) => {
  it('is valid HTML', async () => {
    await expectValidHtml(html)
  })

  it('shows hostile text as text', () => {
    expect(html).not.toMatch(/<script/i)
  })

  it('has no inline style or handler, which the content security policy would block', () => {
    expect(html).not.toMatch(/ (style|on[a-z]+)=/)
  })

  it('describes its controls only by what is there', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
    const references = [...html.matchAll(/ (?:aria-describedby|aria-labelledby|for)="([^"]*)"/g)]
    for (const id of references.flatMap(([, list = '']) => list.split(' '))) expect(ids).toContain(id)
  })
})

it('gives every preview its own name', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

it('stands together on one page without a doubled id', async () => {
  await expectValidHtml(all.map(({ vnode }) => render(vnode)).join(''))
})

it('has a preview for every component file', () => {
  const source = ['field-previews.tsx', 'content-previews.tsx', 'screen-previews.tsx']
    .map((file) => readFileSync(new URL(`../../views/components/${file}`, import.meta.url), 'utf8'))
    .join('')
  const frame = ['site-header.tsx', 'site-footer.tsx', 'columns.tsx']
  const partsOfOthers = [
    'field.tsx',
    'field-set.tsx',
    'field-error.tsx',
    'hint.tsx',
    'indicator-picture.tsx',
    'choice.tsx',
    'post-form.tsx',
    'visually-hidden.tsx'
  ]
  const missing = readdirSync(new URL('../../views/components/', import.meta.url))
    .filter(
      (file) => file.endsWith('.tsx') && !file.endsWith('previews.tsx') && ![...frame, ...partsOfOthers].includes(file)
    )
    .filter((file) => !source.includes(`./${file}`))
  expect(missing).toEqual([])
})

it('uses only classes that a style sheet knows', () => {
  const css = readdirSync(new URL('../../views/assets/', import.meta.url))
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(new URL(`../../views/assets/${file}`, import.meta.url), 'utf8'))
    .join('')
  const known = new Set([...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name))
  const html = all.map(({ vnode }) => render(vnode)).join('')
  const used = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' ')))
  expect([...used].filter((name) => !known.has(name))).toEqual([])
})
