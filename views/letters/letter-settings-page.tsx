import type { VNode } from 'preact'
import type { LetterKind } from '../../src/letters/letter-kind.ts'
import { paths } from '../../src/paths.ts'
import { DataTable } from '../components/data-table.tsx'
import { formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { SettingTabs } from './setting-tabs.tsx'

type Kind = {
  readonly kind: LetterKind
  readonly label: string
  readonly when: string
  readonly saved: { readonly wording: unknown; readonly savedAt: Date; readonly savedByName: string } | null
}

const stateOf = ({ saved }: Kind): string => {
  if (saved === null) return '標準の文面'
  const by = `（${formatDateTime(saved.savedAt)}　${saved.savedByName}）`
  return saved.wording === null ? `標準の文面に戻しました${by}` : `市の文面${by}`
}

/** The letters that the portal sends, each with whose wording it has. */
export const LetterSettingsPage = ({
  frame,
  kinds
}: {
  readonly frame: PageFrame
  readonly kinds: readonly Kind[]
}): VNode => (
  <Layout page={frame}>
    <SettingTabs current="letters" />
    <p>事業者に送る通知の件名と本文を、市の文面に変えられます。変えた文面は、それから出す通知に使います。</p>
    <DataTable
      caption="通知の種類"
      captionHidden
      columns={[
        { key: 'label', label: '通知', rowHeader: true },
        { key: 'when', label: '送るとき' },
        { key: 'state', label: 'いまの文面' }
      ]}
      rows={kinds.map((kind) => ({
        key: kind.kind,
        cells: {
          label: <a href={paths.letterSetting(kind.kind)}>{kind.label}</a>,
          when: kind.when,
          state: stateOf(kind)
        }
      }))}
    />
  </Layout>
)
