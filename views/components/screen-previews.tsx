import { CaseCategory, CaseItem } from './case-category.tsx'
import { DecisionReason } from './decision-reason.tsx'
import { EvidenceBlock } from './evidence-block.tsx'
import { hostile, type Preview, unbroken } from './field-previews.tsx'
import { FindingLine } from './finding-line.tsx'
import { ForecastPanel } from './forecast-panel.tsx'
import { IndicatorChart } from './indicator-chart.tsx'
import { ItemQuestion } from './item-question.tsx'
import { Pagination } from './pagination.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { RadarChart } from './radar-chart.tsx'
import { ResendForm } from './resend-form.tsx'
import { Section } from './section.tsx'
import { StepNavigation } from './step-navigation.tsx'
import { StickyBar } from './sticky-bar.tsx'
import { Tabs } from './tabs.tsx'
import { TextArea } from './text-area.tsx'
import { Verdict } from './verdict.tsx'

const titles = [
  '経営者の理念表明と推進体制',
  '長時間労働の抑制',
  '休暇の取得促進',
  '女性活躍の推進',
  '多様な働き方の推進',
  '働きやすい職場づくりの推進',
  '地域・社会貢献活動'
]

const ways: readonly Preview[] = [
  {
    name: 'tabs',
    vnode: (
      <Tabs
        label="申請の状態"
        tabs={[
          { href: '#main', label: '要対応', count: 4, current: true },
          { href: '#asked', label: '照会中', count: 2 },
          { href: '#all', label: 'すべて' }
        ]}
      />
    )
  },
  { name: 'pagination', vnode: <Pagination previous="?before=a" next="?after=b" text="21〜40件（全56件）" /> },
  {
    name: 'step-navigation',
    vnode: (
      <StepNavigation
        label="チェックシートの分野"
        steps={titles.map((title, index) => ({
          href: `#step-${index + 1}`,
          number: index + 1,
          title,
          statusText: index < 2 ? '合格見込み' : '未着手',
          done: index === 0,
          current: index === 1
        }))}
      />
    )
  },
  {
    name: 'progress-bar',
    vnode: <ProgressBar id="progress" label="進みぐあい" value={4} max={10} text="10のうち4つが完了" />
  },
  {
    name: 'sticky-bar',
    vnode: (
      <StickyBar
        title="確認済みの判定"
        facts={[
          {
            key: 'passed',
            content: (
              <>
                合格 <Verdict passed>3分野</Verdict>（1・2・7）
              </>
            )
          },
          {
            key: 'standard',
            content: (
              <>
                認定基準 <Verdict passed={false}>まだ満たさない</Verdict>
              </>
            )
          }
        ]}
      />
    )
  }
]

const screens: readonly Preview[] = [
  {
    name: 'forecast-panel',
    vnode: (
      <ForecastPanel
        forecast={{
          passed: 2,
          required: 3,
          shortestWay: 'いちばん近い道：「地域・社会貢献活動」であと1項目',
          categories: titles.map((title, index) => ({
            number: index + 1,
            title,
            passed: index < 2,
            text: index < 2 ? '合格 2/4' : 'あと1項目'
          }))
        }}
      />
    )
  },
  {
    name: 'radar-chart',
    vnode: (
      <RadarChart
        id="radar"
        title="7分野の見込み"
        axes={titles.map((label, index) => ({
          label,
          ratio: [1, 0.5, 0, 0.4, 0.3, 0.25, 1][index] ?? 0,
          passed: index < 2
        }))}
      />
    )
  },
  {
    name: 'item-question',
    vnode: (
      <ItemQuestion
        code="2-3"
        text="長時間労働抑制のための取組を行っている。"
        name="mark-2-3"
        id="mark-2-3"
        hint="次のいずれかを実施していれば当てはまります。"
        options={[
          { value: 'checked', label: '当てはまる' },
          { value: 'unchecked', label: '当てはまらない' }
        ]}
        value="checked"
      >
        <EvidenceBlock title="取組内容">
          <TextArea name="measures-2-3" label="取組の内容" value={hostile} limit={400} />
        </EvidenceBlock>
      </ItemQuestion>
    )
  },
  {
    name: 'case-category',
    vnode: (
      <CaseCategory
        number={2}
        title="長時間労働の抑制"
        summary={
          <>
            認める 2 ／ 4　<Verdict passed>合格</Verdict>
          </>
        }
      >
        <CaseItem
          code="2-1"
          text="時間外労働が月45時間・年360時間を超えた従業員がいない。"
          answer={<p>平均時間外労働時間　18.2 → 15.8 時間／月</p>}
          finding={
            <FindingLine tone="success" label="裏付けあり">
              2025年は前年比 −11.7%。
            </FindingLine>
          }
          decision={
            <DecisionReason when={['not_accepted', 'queried']}>
              <TextArea name="reason-2-1" label="理由" value={hostile} rows={2} />
            </DecisionReason>
          }
        />
      </CaseCategory>
    )
  },
  {
    name: 'section',
    vnode: (
      <Section title={hostile}>
        <p>{unbroken}</p>
      </Section>
    )
  },
  { name: 'resend-form', vnode: <ResendForm action="#main" values={{ reason: hostile, shown: ['a', 'b'] }} /> }
]

const years = (targets: readonly (number | null)[], certified: readonly (number | null)[]) =>
  targets.map((target, index) => ({ fiscalYear: 2019 + index, target, certified: certified[index] ?? null }))

const indicators: readonly Preview[] = [
  {
    name: 'indicator-chart',
    vnode: (
      <IndicatorChart
        id="indicator"
        name="ワーク・ライフ・バランス推進企業認定数"
        unit="事業所"
        years={years([null, 5, 10, 15, 25, null, null, null, null, 60], [0, 2, 3, 14, 19, 23, 28, 31])}
        on="2026-11-21"
      />
    )
  },
  {
    name: 'indicator-chart 一つもない',
    vnode: (
      <IndicatorChart id="indicator-empty" name={hostile} unit={unbroken} years={years([null], [0])} on="2019-06-01" />
    )
  }
]

/** Ways through the portal and the parts of its two dense screens. */
export const screenPreviews = (): readonly Preview[] => [...ways, ...screens, ...indicators]
