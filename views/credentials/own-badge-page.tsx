import type { VNode } from 'preact'
import type { BadgeShape } from '../../src/credentials/badge.ts'
import { paths } from '../../src/paths.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { Hint } from '../components/hint.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** A badge as it is offered. */
export type OfferedBadge = {
  readonly shape: BadgeShape
  readonly file: string
  readonly width: number
  readonly height: number
  /** The HTML to put on a page. */
  readonly snippet: string
}

export type OwnBadgePageProps = {
  readonly frame: PageFrame
  readonly badges: readonly OfferedBadge[]
  /** The certificate that is had as a credential, or that it is on paper; null where the portal offers none. */
  readonly credential: { readonly code: string } | 'paper' | null
}

const shapeLabels: Readonly<Record<BadgeShape, string>> = { strip: '横長', square: '正方形' }

const Badge = ({ badge }: { readonly badge: OfferedBadge }): VNode => {
  const id = `snippet-${badge.shape}`
  return (
    <div class="badge-offer">
      <Section title={shapeLabels[badge.shape]} level={3}>
        <p>
          <img
            class="badge-picture"
            src={paths.badge(`${badge.file}.svg`)}
            width={badge.width}
            height={badge.height}
            alt={`認定バッジ（${shapeLabels[badge.shape]}）の見本`}
          />
        </p>
        <div class="field" data-copy-group>
          <label class="field__label" for={id}>
            貼り付けるHTML
          </label>
          <Hint id={`${id}-hint`}>会社のホームページの、バッジを出したいところに貼り付けてください。</Hint>
          <textarea
            class="input input--area badge-snippet"
            id={id}
            rows={5}
            readonly
            data-copied
            aria-describedby={`${id}-hint`}
          >
            {badge.snippet}
          </textarea>
          <ButtonRow>
            <button class="button button--secondary" type="button" data-copies hidden>
              HTMLをコピーする
            </button>
            <ButtonLink variant="secondary" href={paths.badge(`${badge.file}.png`)} download>
              PNG画像を保存
            </ButtonLink>
          </ButtonRow>
          <p role="status" data-copy-status></p>
        </div>
      </Section>
    </div>
  )
}

const formats = [
  { format: 'png', label: 'PNG画像', about: '証明書を埋め込んだ画像です。メールやSNSのプロフィールに添えられます。' },
  { format: 'svg', label: 'SVG画像', about: '証明書を埋め込んだ、拡大しても粗くならない画像です。' },
  { format: 'jwt', label: 'JWT', about: '証明書そのものです。デジタル証明書を扱うアプリに読み込めます。' },
  { format: 'json', label: 'JSON', about: 'W3Cの形式（EnvelopedVerifiableCredential）に包んだ証明書です。' }
] as const

const Credential = ({ code }: { readonly code: string }): VNode => (
  <Section title="デジタル証明書">
    <p>
      認定証と同じ内容を、国際的な規格（Open Badges
      3.0・W3C検証可能な資格情報）のデータにしたものです。市の署名が付いていて、受け取った人が、市に問い合わせずに真偽と期限を確かめられます。
    </p>
    <DefinitionList
      entries={formats.map(({ format, label, about }) => ({
        term: label,
        description: about,
        action: (
          <a href={paths.credential(code, format)} download>
            {label}を保存
          </a>
        )
      }))}
    />
  </Section>
)

/** What a certified company shows of its certification: badges for its own pages, and the certificate as a credential. */
export const OwnBadgePage = ({ frame, badges, credential }: OwnBadgePageProps): VNode => (
  <Layout page={frame}>
    <Section title="認定バッジ">
      <p>
        会社のホームページや採用のページに貼れる画像です。押すと、認定を確かめられる市のページが開きます。認定の期限が切れたときや、認定が終わったときは、貼り替えなくても自動で表示が変わります。
      </p>
      {badges.map((badge) => (
        <Badge key={badge.shape} badge={badge} />
      ))}
    </Section>
    {credential === 'paper' ? (
      <Section title="デジタル証明書">
        <p>
          この期間の認定証は書面で交付されているため、デジタル証明書はありません。更新の認定証から、受け取れるようになります。
        </p>
      </Section>
    ) : null}
    {credential === null || credential === 'paper' ? null : <Credential code={credential.code} />}
  </Layout>
)
