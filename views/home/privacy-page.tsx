import type { VNode } from 'preact'
import { DataTable } from '../components/data-table.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

const kept = [
  {
    what: 'ログインに使うメールアドレス',
    why: '本人であることを確かめ、確認コードとお知らせを送るため'
  },
  {
    what: 'ログイン中の記録（日時、接続元のIPアドレス、ブラウザーの種類）',
    why: 'ログインを続けるため。不正な利用を調べるため'
  },
  { what: '会社の情報、代表者と担当者の氏名・連絡先', why: '申請を審査し、結果をお知らせするため' },
  { what: 'チェックシートの内容と、添付された書類', why: '認定の基準を満たすかを確認するため' },
  {
    what: '紹介ページに載せる文章、写真、ロゴ',
    why: '会社が選んだものを、事務局が確かめてから公開するため。写真に含まれる位置や機種の情報は、受け取ったときに取り除きます'
  },
  { what: '手続きの記録（いつ、だれが、何をしたか）', why: '審査の経過を後から確かめられるようにするため' },
  { what: '送ったメールの記録', why: 'お知らせが届いたかを確かめるため。確認コードは送信後に消します' }
]

/** What is kept and why, in plain words. */
export const PrivacyPage = ({
  frame,
  committee,
  sessions
}: {
  readonly frame: PageFrame
  readonly committee: string
  /** How long people stay signed in, in a sentence. */
  readonly sessions: string
}): VNode => (
  <Layout page={frame}>
    <p>
      {frame.city}
      は、個人情報の保護に関する法律にしたがって、このサイトで受け取った情報を、認定の手続きのためだけに使います。
    </p>
    <Section title="受け取る情報と、使う目的">
      <DataTable
        caption="受け取る情報と、使う目的"
        captionHidden
        columns={[
          { key: 'what', label: '受け取る情報', rowHeader: true },
          { key: 'why', label: '使う目的' }
        ]}
        rows={kept.map(({ what, why }) => ({ key: what, cells: { what, why } }))}
      />
    </Section>
    <Section title="見ることができる人">
      <ul>
        <li>事業者の担当者：自分の会社の情報と申請</li>
        <li>事務局（{frame.contact.section}）：すべての申請</li>
        <li>{committee}の委員：審査の対象となった申請</li>
      </ul>
    </Section>
    <Section title="公開する情報、公開しない情報">
      <p>
        認定した事業者については、事業者名、法人番号、業種、認定番号、認定期間と、合格した分野と取組の紹介文を公開します。所在地、従業員の規模、事業内容、写真、リンクなどは、会社が選んだものだけを公開します。選び直すと、すぐに反映されます。
      </p>
      <p>
        公開した内容は、検索サイトに載ったり、オープンデータとして使われたりします。認定証の確認のページでは、事業者名、認定番号、認定期間と、有効かどうかだけを示します。
      </p>
      <p>担当者の氏名と連絡先、休業などを利用した人の数、添付された書類は公開しません。</p>
    </Section>
    <Section title="セルフチェック">
      <p>セルフチェックの答えは、サーバーに保存しません。申請に引き継いだときだけ、申請の下書きとして保存します。</p>
    </Section>
    <Section title="クッキー">
      <p>
        ログインを続けるため、操作の結果を次の画面で伝えるため、このサイトの画面から送信された内容だけを受け付けるために、クッキーを使います。
        {sessions}アクセス解析や広告のためのクッキーは使いません。
      </p>
    </Section>
    <Section title="保存する期間">
      <p>申請の記録は、市の文書の保存期間にしたがって保存し、期間が終わると消去します。</p>
    </Section>
    <Section title="開示・訂正の請求、お問い合わせ">
      <p>
        会社の情報は、ログインしていつでも直せます。開示や訂正、利用停止の請求、そのほかのお問い合わせは、{frame.city}{' '}
        {frame.contact.section}（電話 {frame.contact.phone}、メール{' '}
        <a href={`mailto:${frame.contact.email}`}>{frame.contact.email}</a>）へお願いします。
      </p>
    </Section>
  </Layout>
)
