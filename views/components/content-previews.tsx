import { Card, CardList } from './card.tsx'
import { ReturnToStandard, type SavedWording, WordingHistory, WordingRefusal } from './city-wording.tsx'
import { DataTable } from './data-table.tsx'
import { DefinitionList } from './definition-list.tsx'
import { Disclosure } from './disclosure.tsx'
import { EmptyState } from './empty-state.tsx'
import { hostile, type Preview, unbroken } from './field-previews.tsx'
import { FileList } from './file-list.tsx'
import { FindingLine } from './finding-line.tsx'
import { HeldNote } from './held-note.tsx'
import { Notice } from './notice.tsx'
import { PageHeading } from './page-heading.tsx'
import { Phrases } from './phrases.tsx'
import { QrCode } from './qr-code.tsx'
import { SaveStatus } from './save-status.tsx'
import { StatusTag } from './status-tag.tsx'
import { SubmittedAnswer } from './submitted-answer.tsx'
import { TaskList } from './task-list.tsx'
import { Timeline } from './timeline.tsx'

const wordings: readonly SavedWording[] = [
  {
    key: '2',
    when: '2026年11月20日 10時12分',
    dateTime: '2026-11-20T10:12:00+09:00',
    who: '産業振興課 山口 恵子',
    saved: null
  },
  {
    key: '1',
    when: '2026年11月19日 9時40分',
    dateTime: '2026-11-19T09:40:00+09:00',
    who: hostile,
    saved: { title: '認定のお知らせ', body: unbroken }
  }
]

const cityWording: readonly Preview[] = [
  { name: 'wording history', vnode: <WordingHistory history={wordings} /> },
  { name: 'wording history 変更なし', vnode: <WordingHistory history={[]} /> },
  {
    name: 'wording refusal 先に保存された',
    vnode: <WordingRefusal refusal="changed" history={wordings} isTyped />
  },
  { name: 'wording refusal 標準', vnode: <WordingRefusal refusal="standard" history={[]} isTyped={false} /> },
  { name: 'return to standard', vnode: <ReturnToStandard action="/settings/letters/certified/standard" basis="1" /> }
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
  { name: 'qr-code', vnode: <QrCode title={`${hostile}を開くQRコード`} size={3} path="M0 0h2v1h-2zM1 2h1v1h-1z" /> },
  { name: 'phrases', vnode: <Phrases text="ワーク・ライフ・グッドバランス企業認定制度" /> },
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
    name: 'submitted-answer',
    vnode: (
      <SubmittedAnswer
        lines={[
          { label: '取組の内容', value: 'イクボス宣言を行い、社内に掲示している。' },
          { label: '実施した年', value: hostile }
        ]}
        attachments={[
          { id: 'declaration', fileName: 'イクボス宣言.pdf', size: 482_113 },
          { id: 'unbroken', fileName: unbroken, size: 1, hold: 'waiting' }
        ]}
        attachmentUrl={(id) => `/preview/${id}`}
        heading="1-1 の添付資料"
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
    name: 'held-note',
    vnode: (
      <ul>
        {(['owner', 'others'] as const).flatMap((reader) =>
          (['waiting', 'infected'] as const).map((hold) => (
            <li key={`${reader} ${hold}`}>
              {hostile} <HeldNote hold={hold} reader={reader} />
            </li>
          ))
        )}
      </ul>
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

/** What pages tell: notices, tags, headings, lists, tables, histories. */
export const contentPreviews = (): readonly Preview[] => [...statements, ...lists, ...cityWording]
