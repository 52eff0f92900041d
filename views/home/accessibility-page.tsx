import type { VNode } from 'preact'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** The accessibility statement: the aim, what was checked and how, what is not met, whom to tell. */
export const AccessibilityPage = ({ frame }: { readonly frame: PageFrame }): VNode => (
  <Layout page={frame}>
    <p>
      {frame.city}
      は、年齢や障害の有無、使う機器にかかわらず、どなたもこのサイトを使えるように努めます。
    </p>
    <Section title="目標">
      <p>
        JIS X 8341-3:2016（高齢者・障害者等配慮設計指針）の適合レベルAAと、WCAG
        2.2のレベルAAを満たすことを目標としています。対象は、このサイトのすべてのページと、市が交付する認定証のPDFです。事業者が添付した書類は対象に含みません。
      </p>
    </Section>
    <Section title="確かめていること">
      <ul>
        <li>申請から認定証の受取りまでのページを、自動検査の道具（axe）で検査しています。</li>
        <li>HTMLが規格に沿っているかを、すべてのページで検査しています。</li>
        <li>マウスを使わずキーボードだけで操作できるように作っています。</li>
        <li>スマートフォンの幅（375ピクセル）でも、横に動かさずに読めることを確かめています。</li>
        <li>スクリプトを使わない設定のブラウザーでも申請できることを確かめています。</li>
        <li>認定証のPDFには、読み上げの順序と文書の言語を付けています。</li>
      </ul>
    </Section>
    <Section title="確かめていないこと">
      <p>
        専門の機関による試験と、障害のある方による評価は、まだ受けていません。そのため、規格に「準拠」しているとは表示していません。
      </p>
    </Section>
    <Section title="使いにくいところがあったら">
      <p>
        {frame.city} {frame.contact.section}（電話 {frame.contact.phone}、メール{' '}
        <a href={`mailto:${frame.contact.email}`}>{frame.contact.email}</a>
        ）へお知らせください。このサイトを使うことが難しいときは、電話や書面でも手続きをお手伝いします。
      </p>
    </Section>
  </Layout>
)
