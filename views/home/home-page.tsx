import type { ComponentChildren, VNode } from 'preact'
import type { EntryContent } from '../../src/directory/entry.ts'
import { paths } from '../../src/paths.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Phrases } from '../components/phrases.tsx'
import { Section } from '../components/section.tsx'
import { CompanyCardList } from '../directory/company-card.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { HomeStandard, type StandardFacts } from './home-standard.tsx'

type Way = { readonly label: string; readonly href: string }

/** The scheme as the first page tells it. Figures come from the edition and from what the city sets. */
type Facts = StandardFacts & {
  readonly city: string
  readonly committee: string
  readonly years: number
  readonly usualDays: number
}

/** When the committee meets next, in words; null while no meeting is called. */
export type NextMeeting = {
  readonly day: string
  /** The last day on which an application can still be heard there; null where it has passed. */
  readonly applyBy: string | null
}

type Props = {
  readonly frame: PageFrame
  readonly facts: Facts
  /** The two buttons, the main one first. */
  readonly ways: readonly [Way, Way]
  /** How many companies are certified today. */
  readonly certified: number
  readonly nextMeeting: NextMeeting | null
  /** The companies certified last, the newest first. */
  readonly newest: readonly EntryContent[]
}

const Hero = ({ frame, facts, ways }: Pick<Props, 'frame' | 'facts' | 'ways'>): VNode => (
  <div class="home-hero">
    <div class="home-hero__text">
      <p class="home-hero__scheme">
        <Phrases text={frame.title} />
      </p>
      <h1>
        <span class="phrases">
          働きやすい会社が、
          <wbr />
          ちゃんと伝わる。
        </span>
      </h1>
      <p class="home-hero__lead">
        仕事と、暮らしや学び、地域での活動とのバランスがよい職場づくりに取り組む事業者を、{facts.city}
        が認定します。合格した取組を市が確かめ、だれにでも伝わる言葉で紹介します。
      </p>
      <ButtonRow>
        {ways.map(({ href, label }, index) => (
          <ButtonLink key={href} href={href} variant={index === 0 ? 'primary' : 'secondary'}>
            {label}
          </ButtonLink>
        ))}
      </ButtonRow>
      <p class="home-hero__note">セルフチェックにログインはいりません。答えはサーバーに保存されません。</p>
    </div>
    <img class="home-hero__picture" src={frame.assets('home.svg')} width={600} height={400} alt="" />
  </div>
)

const Figure = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }): VNode => (
  <div class="home-figure">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const Figures = ({ facts, certified }: Pick<Props, 'facts' | 'certified'>): VNode => (
  <dl class="home-figures">
    <Figure label="いまの認定企業">
      <span class="home-figure__number">{certified}</span>社
    </Figure>
    <Figure label={`合格が必要な分野（${facts.categories.length}分野のうち）`}>
      <span class="home-figure__number">{facts.requiredCategories}</span>分野
    </Figure>
    <Figure label={`最少の項目（${facts.items}項目のうち）`}>
      <span class="home-figure__number">{facts.fewestItems}</span>項目
    </Figure>
    <Figure label="認定の期間">
      <span class="home-figure__number">{facts.years}</span>年
    </Figure>
  </dl>
)

const Gains = (): VNode => (
  <Section title="認定で得られるもの">
    <ul class="home-gains">
      <li>
        <h3>取組が、具体的に伝わる</h3>
        <p>
          「長時間労働の抑制に力を入れています」のように、合格した分野と取組が文章になります。会社ごとの紹介ページ、市のホームページ、広報誌に載ります。
        </p>
      </li>
      <li>
        <h3>働きたい人が、見つけてくれる</h3>
        <p>
          求職者は、テレワークや男性の育児休業のような取組から会社を探せます。求人のページへのリンクも載せられます。
        </p>
      </li>
      <li>
        <h3>本物だと、だれでも確かめられる</h3>
        <p>
          認定証とバッジは、その場で真偽を確かめられます。認定期間が終わると、バッジは自動で「期限切れ」に変わります。
        </p>
      </li>
    </ul>
    <p class="home-gains__more">
      補助金や税の優遇はありません。<a href={paths.guide('benefits')}>認定のメリットを詳しく見る</a>
    </p>
  </Section>
)

const Steps = ({ facts }: Pick<Props, 'facts'>): VNode => (
  <Section title="認定までの3つのステップ">
    <ol class="home-steps">
      <li>
        <h3>試す</h3>
        <p>セルフチェックで、基準に届くか、あと何項目かが分かります。10分ほどです。結果は申請に引き継げます。</p>
      </li>
      <li>
        <h3>申請する</h3>
        <p>会社の情報とチェックシートを、この画面で入力します。途中で保存でき、合格の見込みを見ながら進められます。</p>
      </li>
      <li>
        <h3>認定を受ける</h3>
        <p>
          事務局が内容を確認し、{facts.committee}の意見を聴いて決定します。通常{facts.usualDays}
          日ほどです。認定証（PDF）は、この画面から受け取れます。
        </p>
      </li>
    </ol>
    <p>
      <a href={paths.guide('procedure')}>申請の手続きを詳しく見る</a>
    </p>
  </Section>
)

const Meeting = ({ facts, nextMeeting }: Pick<Props, 'facts' | 'nextMeeting'>): VNode => (
  <section class="home-meeting" aria-labelledby="home-meeting">
    <div>
      <h2 id="home-meeting">次の推進委員会</h2>
      <p class="home-meeting__day">{nextMeeting === null ? '日程を調整しています' : nextMeeting.day}</p>
    </div>
    <p>
      {nextMeeting === null ? (
        '申請は、いつでも受け付けています。日程が決まりしだい、ここでお知らせします。'
      ) : nextMeeting.applyBy === null ? (
        <>{facts.committee}の会議です。これから申請いただく場合は、その次の会議で意見を聴く見込みです。</>
      ) : (
        <>
          <strong>{nextMeeting.applyBy}まで</strong>に申請いただくと、この会議で意見を聴ける見込みです。
        </>
      )}
    </p>
  </section>
)

const Newest = ({ newest, certified }: Pick<Props, 'newest' | 'certified'>): VNode | null =>
  newest.length === 0 ? null : (
    <Section title="新しく認定された事業者">
      <CompanyCardList entries={newest} />
      <p>
        <a href={paths.companies}>認定企業{certified}社から探す</a>
      </p>
    </Section>
  )

const Further = (): VNode => (
  <Section title="もっと知りたい方へ">
    <ul class="home-further">
      <li>
        <a href={paths.guide('standard')}>審査基準</a>
        <span>7つの分野と、すべての審査項目</span>
      </li>
      <li>
        <a href={paths.guide('faq')}>よくある質問</a>
        <span>小さな会社でも申請できますか、など</span>
      </li>
      <li>
        <a href={paths.verifications}>認定証の確認</a>
        <span>認定証のコードから、いま有効かを確かめる</span>
      </li>
      <li>
        <a href={paths.guide('contact')}>お問い合わせ</a>
        <span>取組の進め方も、お気軽にどうぞ</span>
      </li>
    </ul>
  </Section>
)

/** What everybody sees first: the scheme in one minute, what it brings, and two ways in. */
export const HomePage = ({ frame, facts, ways, certified, nextMeeting, newest }: Props): VNode => (
  <Layout page={{ ...frame, showHeading: false }}>
    <Hero frame={frame} facts={facts} ways={ways} />
    <Figures facts={facts} certified={certified} />
    <Gains />
    <Newest newest={newest} certified={certified} />
    <Steps facts={facts} />
    <Meeting facts={facts} nextMeeting={nextMeeting} />
    <HomeStandard facts={facts} />
    <Further />
  </Layout>
)
