import { Card, CardList } from './card.tsx'
import { CaseCategory, CaseItem } from './case-category.tsx'
import { DataTable } from './data-table.tsx'
import { DecisionReason } from './decision-reason.tsx'
import { DefinitionList } from './definition-list.tsx'
import { Disclosure } from './disclosure.tsx'
import { EmptyState } from './empty-state.tsx'
import { EvidenceBlock } from './evidence-block.tsx'
import { fieldPreviews, hostile, type Preview, unbroken } from './field-previews.tsx'
import { FileList } from './file-list.tsx'
import { FindingLine } from './finding-line.tsx'
import { ForecastPanel } from './forecast-panel.tsx'
import { ItemQuestion } from './item-question.tsx'
import { Notice } from './notice.tsx'
import { PageHeading } from './page-heading.tsx'
import { Pagination } from './pagination.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { RadarChart } from './radar-chart.tsx'
import { SaveStatus } from './save-status.tsx'
import { Section } from './section.tsx'
import { StatusTag } from './status-tag.tsx'
import { StepNavigation } from './step-navigation.tsx'
import { StickyBar } from './sticky-bar.tsx'
import { Tabs } from './tabs.tsx'
import { TaskList } from './task-list.tsx'
import { TextArea } from './text-area.tsx'
import { Timeline } from './timeline.tsx'
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

const statements: readonly Preview[] = [
  ...(['info', 'success', 'warning', 'error'] as const).map((tone) => ({
    name: `notice ${tone}`,
    vnode: (
      <Notice tone={tone} title="2024年の46.5時間は、月45時間を超えています。">
        平均時間外労働時間が10%以上減っていれば、そちらで当てはまります。<a href="#main">平均で入力する</a>
      </Notice>
    )
  })),
  { name: 'notice 悪意のある文字', vnode: <Notice title={hostile}>{unbroken}</Notice> },
  {
    name: 'status-tag',
    vnode: (
      <p>
        <StatusTag>未着手</StatusTag> <StatusTag tone="info">確認中</StatusTag>{' '}
        <StatusTag tone="success">完了</StatusTag> <StatusTag tone="warning">照会中</StatusTag>{' '}
        <StatusTag tone="error">期限切れ</StatusTag>
      </p>
    )
  },
  {
    name: 'finding-line',
    vnode: (
      <FindingLine tone="warning" label="確認が必要" source="就労条件総合調査 令和7年">
        製造業の平均は2024年72.8%（下回る）。
      </FindingLine>
    )
  },
  {
    name: 'page-heading',
    vnode: (
      <PageHeading
        title="株式会社あさか製作所"
        lead="4つの項目のうち2つ以上に当てはまると、この分野は合格です。"
        facts={[<StatusTag tone="info">確認中</StatusTag>, '製造業・48人', '受付 令和8年11月9日（月）']}
        actions={<a href="#main">補正を依頼する</a>}
      />
    )
  },
  {
    name: 'empty-state',
    vnode: (
      <EmptyState title="いま待っている申請はありません">
        <p>新しい申請が届くと、ここに出ます。</p>
      </EmptyState>
    )
  },
  {
    name: 'disclosure',
    vnode: (
      <Disclosure summary="認定基準について" open>
        <p>7つの分野のうち3つ以上が合格すると、認定基準を満たします。</p>
      </Disclosure>
    )
  },
  { name: 'save-status', vnode: <SaveStatus text="10時24分に保存しました" /> }
]

const lists: readonly Preview[] = [
  {
    name: 'definition-list',
    vnode: (
      <DefinitionList
        entries={[
          { term: '名称', description: '株式会社あさか製作所', action: <a href="#main">名称を変更する</a> },
          { term: '所在地', description: hostile },
          { term: '企業風土', description: unbroken }
        ]}
      />
    )
  },
  {
    name: 'data-table',
    vnode: (
      <DataTable
        caption="認定企業"
        columns={[
          { key: 'name', label: '名称', rowHeader: true },
          { key: 'industry', label: '業種' },
          { key: 'people', label: '従業員数', align: 'end' }
        ]}
        rows={[
          { key: '1', cells: { name: '株式会社あさか製作所', industry: '製造業', people: '48人' } },
          { key: '2', cells: { name: hostile, industry: unbroken, people: '1,203人' } }
        ]}
      />
    )
  },
  {
    name: 'task-list',
    vnode: (
      <TaskList
        tasks={[
          { title: '会社の概要', href: '#main', status: { label: '完了', tone: 'success' } },
          { title: hostile, href: '#main', hint: unbroken, status: { label: '入力中', tone: 'info' } },
          { title: '確認と提出', hint: 'ほかがすべて終わると始められます', status: { label: '未着手' } }
        ]}
      />
    )
  },
  {
    name: 'file-list',
    vnode: (
      <FileList
        files={[
          { key: '1', name: '社内通知.pdf', href: '#main', details: ['PDF', '1.2 MB'], sha256: 'a3f1'.repeat(16) },
          { key: '2', name: unbroken, details: ['JPEG'], action: <a href="#main">削除する</a> }
        ]}
      />
    )
  },
  {
    name: 'timeline',
    vnode: (
      <Timeline
        entries={[
          {
            when: '令和8年11月9日 10時24分',
            dateTime: '2026-11-09T10:24:00+09:00',
            who: '株式会社あさか製作所',
            what: '申請を提出'
          },
          { when: '令和8年11月10日 9時02分', who: hostile, what: '補正を依頼', detail: unbroken }
        ]}
      />
    )
  },
  {
    name: 'card-list',
    vnode: (
      <CardList>
        <Card title="株式会社あさか製作所" href="#main">
          <p>長時間労働の抑制に力を入れている。</p>
        </Card>
        <Card title={hostile} level={3}>
          <p>{unbroken}</p>
        </Card>
      </CardList>
    )
  }
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
            <DecisionReason when={['rejected', 'asked']}>
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
  }
]

/** Each component in its states, with hostile and unbreakable text: for the tests and for looking at them. */
export const previews = (): readonly Preview[] => [...fieldPreviews(), ...statements, ...lists, ...ways, ...screens]
