import { readFileSync } from 'node:fs'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { DataTable } from '../../views/components/data-table.tsx'
import { EvidenceBlock } from '../../views/components/evidence-block.tsx'
import { ForecastPanel } from '../../views/components/forecast-panel.tsx'
import { ItemQuestion } from '../../views/components/item-question.tsx'
import { Pagination } from '../../views/components/pagination.tsx'
import { RadarChart } from '../../views/components/radar-chart.tsx'
import { StepNavigation } from '../../views/components/step-navigation.tsx'
import { Tabs } from '../../views/components/tabs.tsx'
import { TaskList } from '../../views/components/task-list.tsx'
import { expectValidHtml } from '../support/html.ts'

const stylesheet = (file: string): string =>
  readFileSync(new URL(`../../views/assets/${file}`, import.meta.url), 'utf8')

describe('ForecastPanel', () => {
  const html = render(
    <ForecastPanel
      forecast={{
        passed: 2,
        required: 3,
        shortestWay: 'あと1項目',
        categories: [
          { number: 1, title: '理念', passed: true, text: '合格 2/2' },
          { number: 2, title: '抑制', passed: false, text: 'あと1項目' }
        ]
      }}
    />
  )

  it('says the same on a phone and beside the questions', () => {
    expect(html.match(/data-forecast="passed">2</g)).toHaveLength(2)
    expect(html.match(/data-forecast="way">あと1項目</g)).toHaveLength(2)
    expect(html.match(/data-forecast-category="2" data-passed="false"/g)).toHaveLength(2)
  })

  it('says that it is a forecast', () => {
    expect(html).toContain('見込みは入力内容によるものです')
  })
})

describe('RadarChart', () => {
  it.each([3, 6, 7, 12])('draws %i axes with a corner each', async (count) => {
    const axes = Array.from({ length: count }, (_, index) => ({
      label: `分野${index}`,
      ratio: index / count,
      passed: index > 2
    }))
    const html = render(<RadarChart id="r" title="見込み" axes={axes} />)
    await expectValidHtml(html)
    expect(html.match(/<circle/g)).toHaveLength(count)
    expect(html).toMatch(/aria-labelledby="r-title r-description"/)
  })

  it('tells the same in a table', () => {
    const html = render(<RadarChart id="r" title="見込み" axes={[{ label: '理念', ratio: 0.5, passed: true }]} />)
    expect(html).toContain('<th scope="row">理念</th><td>50%</td><td>合格</td>')
  })
})

describe('ItemQuestion', () => {
  const html = render(
    <ItemQuestion
      code="2-1"
      text="超えた従業員がいない。"
      name="mark"
      id="mark"
      options={[{ value: 'checked', label: '当てはまる' }]}
      value="checked"
    >
      <EvidenceBlock>数値</EvidenceBlock>
    </ItemQuestion>
  )

  it('asks with the official wording as heading and legend at once', () => {
    expect(html).toMatch(
      /<legend[^>]*><h2 class="item__title"><span class="item__code">2-1<\/span> 超えた従業員がいない。/
    )
  })

  it.each(['checked', 'unchecked', 'not_applicable'] as const)(
    'shows the evidence for %s by the mark alone',
    (mark) => {
      expect(stylesheet('screens.css')).toContain(
        `.item:has([type="radio"][value="${mark}"]:checked) .evidence[data-when="${mark}"]`
      )
      expect(render(<EvidenceBlock when={mark}>数値</EvidenceBlock>)).toContain(`data-when="${mark}"`)
    }
  )
})

it('names each cell of a table after its column, for a phone', () => {
  const html = render(
    <DataTable
      caption="認定企業"
      columns={[
        { key: 'name', label: '名称', rowHeader: true },
        { key: 'people', label: '人数', align: 'end' }
      ]}
      rows={[{ key: '1', cells: { name: 'あさか製作所', people: '48人' } }]}
    />
  )
  expect(html).toContain('<th scope="col">名称</th>')
  expect(html).toContain('<th scope="row" data-label="名称">あさか製作所</th>')
  expect(html).toContain('<td data-label="人数" class="table__figure">48人</td>')
})

it('marks the current step and says the number of a done one', () => {
  const html = render(
    <StepNavigation
      label="分野"
      steps={[
        { href: '/1', number: 1, title: '理念', statusText: '合格見込み', done: true },
        { href: '/2', number: 2, title: '抑制', statusText: '入力中', current: true }
      ]}
    />
  )
  expect(html).toMatch(/data-done="true"><a class="step__link" href="\/1"><span class="step__number"><svg/)
  expect(html).toContain('<span class="visually-hidden">1</span>')
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
})

it('links a task only where it can be begun', () => {
  const html = render(<TaskList tasks={[{ title: '確認と提出', status: { label: '未着手' } }]} />)
  expect(html).not.toContain('<a')
  expect(html).toContain('未着手')
})

it('shows a count of zero', () => {
  expect(render(<Tabs label="状態" tabs={[{ href: '/', label: '要対応', count: 0 }]} />)).toMatch(/tabs__count"> 0</)
})

it('leaves the pages away where there is only one', () => {
  expect(render(<Pagination text="1〜3件" />)).toBe('')
})
