import type { VNode } from 'preact'
import { type GuideSlug, guides as known } from '../../src/guides/guide.ts'
import { paths } from '../../src/paths.ts'
import { DataTable } from '../components/data-table.tsx'
import { formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { SettingTabs } from '../letters/setting-tabs.tsx'

type Line = {
  readonly slug: GuideSlug
  readonly saved: { readonly body: string | null; readonly savedAt: Date; readonly savedByName: string } | null
}

const stateOf = ({ saved }: Line): string => {
  if (saved === null) return '標準の文面'
  const by = `（${formatDateTime(saved.savedAt)}　${saved.savedByName}）`
  return saved.body === null ? `標準の文面に戻しました${by}` : `市の文面${by}`
}

/** The pages that explain the scheme, each with whose text it has. */
export const GuideSettingsPage = ({
  frame,
  guides
}: {
  readonly frame: PageFrame
  readonly guides: readonly Line[]
}): VNode => (
  <Layout page={frame}>
    <SettingTabs current="guides" />
    <p>だれでも読める案内ページの文面を、市の文面に変えられます。保存すると、すぐに公開されます。</p>
    <DataTable
      caption="案内ページ"
      captionHidden
      columns={[
        { key: 'title', label: '案内', rowHeader: true },
        { key: 'state', label: 'いまの文面' },
        { key: 'page', label: '公開されているページ' }
      ]}
      rows={guides.map((line) => ({
        key: line.slug,
        cells: {
          title: <a href={paths.guideSetting(line.slug)}>{known[line.slug].title}</a>,
          state: stateOf(line),
          page: <a href={paths.guide(line.slug)}>{known[line.slug].title}のページを見る</a>
        }
      }))}
    />
  </Layout>
)
