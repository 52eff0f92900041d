import type { VNode } from 'preact'
import { ButtonLink } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { Phrases } from '../components/phrases.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** A part of the checklist: how many items it has and with how many it passes. */
type CategoryLine = {
  readonly number: number
  readonly title: string
  readonly items: number
  readonly needed: number
}

/** The scheme as the first page tells it. Figures come from the edition and from what the city sets. */
type Facts = {
  readonly city: string
  readonly committee: string
  readonly categories: readonly CategoryLine[]
  readonly items: number
  readonly requiredCategories: number
  /** The fewest items with which the standard is met. */
  readonly fewestItems: number
  readonly condition: string
  readonly years: number
  readonly usualDays: number
}

type Way = { readonly label: string; readonly href: string }

const Standard = ({ facts }: { readonly facts: Facts }): VNode => (
  <Section title="認定の基準">
    <p>
      チェックシートは、{facts.categories.length}つの分野、{facts.items}
      の項目でできています。分野の項目の半数以上に当てはまると、その分野は合格です。
      {facts.categories.length}つの分野のうち{facts.requiredCategories}つ以上が合格なら、基準を満たします。
    </p>
    <p>
      すべてに取り組んでいる必要はありません。いちばん少ない場合は、{facts.items}項目のうち{facts.fewestItems}
      項目で基準に届きます。
    </p>
    <p>「{facts.condition}」ことが、申請の条件です。</p>
    <div class="home-standard">
      <DataTable
        caption="分野と、合格に必要な項目の数"
        captionHidden
        columns={[
          { key: 'title', label: '分野', rowHeader: true },
          { key: 'items', label: '項目の数', align: 'end' },
          { key: 'needed', label: '合格に必要な数', align: 'end' }
        ]}
        rows={facts.categories.map(({ number, title, items, needed }) => ({
          key: String(number),
          cells: { title: `${number}　${title}`, items, needed: `${needed}以上` }
        }))}
      />
    </div>
  </Section>
)

const Steps = ({ facts }: { readonly facts: Facts }): VNode => (
  <Section title="認定までの流れ">
    <ol class="home-steps">
      <li>
        <h3>入力して申請する</h3>
        <p>会社の情報とチェックシートを、この画面で入力します。途中で保存でき、合格の見込みを見ながら進められます。</p>
      </li>
      <li>
        <h3>市が確認する</h3>
        <p>
          事務局が内容を確認し、{facts.committee}の意見を聴きます。決定までは、通常{facts.usualDays}日ほどです。
        </p>
      </li>
      <li>
        <h3>認定証を受け取る</h3>
        <p>
          認定されると、認定証（PDF）をこの画面から受け取れます。認定期間は{facts.years}
          年です。市は、認定した事業者と取組を市のホームページなどで紹介します。
        </p>
      </li>
    </ol>
  </Section>
)

/** What everybody sees first: the scheme in one minute, and a way in. */
export const HomePage = ({
  frame,
  facts,
  enter,
  verificationUrl
}: {
  readonly frame: PageFrame
  readonly facts: Facts
  /** The main button: signing in, or the home of who is signed in. */
  readonly enter: Way
  readonly verificationUrl: string
}): VNode => (
  <Layout page={frame}>
    <PageHeading
      title={<Phrases text={frame.title} />}
      lead={`仕事と、暮らしや学び、地域での活動とのバランスがよい職場づくりに取り組む事業者を、${facts.city}が認定する制度です。`}
      actions={<ButtonLink href={enter.href}>{enter.label}</ButtonLink>}
    />
    <Steps facts={facts} />
    <Standard facts={facts} />
    <Section title="認定証を確かめたい方へ">
      <p>認定証に書かれた確認コードから、その認定証がいま有効かどうかを、どなたでも確かめられます。</p>
      <p>
        <a href={verificationUrl}>認定証を確認する</a>
      </p>
    </Section>
  </Layout>
)
