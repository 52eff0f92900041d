import type { VNode } from 'preact'
import { fateLabels, type KeptData, keptData } from '../../src/privacy/kept-data.ts'
import type { Retention } from '../../src/scheme/retention.ts'
import { DefinitionList } from '../components/definition-list.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** One kind of data, as its row of the table of kept data has it. */
const Kept = ({ data, retention }: { readonly data: KeptData; readonly retention: Retention }): VNode => (
  <Section title={data.what} level={3}>
    <DefinitionList
      entries={[
        { term: 'だれの情報', description: data.whose },
        { term: '使う目的', description: data.why },
        { term: '根拠', description: data.ground },
        { term: '保存する期間', description: `${data.howLong(retention)}。${data.whySoLong}。` },
        { term: '期間が終わると', description: `${fateLabels[data.fate]}。${data.afterwards}。` }
      ]}
    />
  </Section>
)

/** What is kept and why, in plain words: written from the very table that the nightly erasure and its test go by. */
export const PrivacyPage = ({
  frame,
  committee,
  sessions,
  retention
}: {
  readonly frame: PageFrame
  readonly committee: string
  /** How long people stay signed in, in a sentence. */
  readonly sessions: string
  readonly retention: Retention
}): VNode => (
  <Layout page={frame}>
    <p>
      {frame.city}
      は、個人情報の保護に関する法律にしたがって、このサイトで受け取った情報を、認定の手続きのためだけに使います。
    </p>
    <Section title="保存する情報、目的、期間">
      <p>期間が終わった情報は、毎晩、自動で消去します。</p>
      {Object.entries(keptData).map(([id, data]) => (
        <Kept key={id} data={data} retention={retention} />
      ))}
    </Section>
    <Section title="見ることができる人">
      <ul>
        <li>事業者の担当者：自分の会社の情報と申請</li>
        <li>事務局（{frame.contact.section}）：すべての申請</li>
        <li>{committee}の委員：審査の対象となった申請</li>
        <li>システム管理者：動作の状態だけ。申請の内容は見られません</li>
      </ul>
      <p>
        職員と委員がいつ案件を開いたかを記録しています。自分の会社の案件が開かれた日は、データの書き出しで確かめられます。
      </p>
    </Section>
    <Section title="取り扱う者">
      <p>
        {frame.city}（{frame.contact.section}
        ）が取り扱います。サーバーの運用などを委託するときは、契約により、市と同じ安全管理を求めます。法令による場合を除き、本人の同意なくほかへ渡すことはありません。
      </p>
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
    <Section title="ご自分の情報の確認、訂正、消去">
      <ul>
        <li>会社の情報と、ログインに使う氏名は、ログインしていつでも見て、直せます。</li>
        <li>会社のすべてのデータの写しを、ログインして「データの書き出し」で受け取れます。</li>
        <li>手続き中の申請や認定がなければ、ログインしてアカウントとデータを消去できます。</li>
      </ul>
      <p>
        このほか、個人情報の保護に関する法律により、開示（第76条）、訂正（第90条）、利用停止（第98条）を請求できます。市の内部の記録も、開示の請求の対象です。
      </p>
    </Section>
    <Section title="お問い合わせ">
      <p>
        請求の方法や、そのほかのお問い合わせは、{frame.city} {frame.contact.section}（電話 {frame.contact.phone}、メール{' '}
        <a href={`mailto:${frame.contact.email}`}>{frame.contact.email}</a>）へお願いします。
      </p>
    </Section>
  </Layout>
)
