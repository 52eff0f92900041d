import type { VNode } from 'preact'

type Link = { readonly href: string; readonly label: string }

export type SiteFooterProps = {
  readonly city: string
  readonly contact: { readonly section: string; readonly phone: string; readonly email: string }
  /** The pages that explain the scheme. */
  readonly guides: readonly Link[]
  readonly openDataUrl: string
  readonly accessibilityUrl: string
  readonly privacyUrl: string
}

const Links = ({
  id,
  title,
  links
}: {
  readonly id: string
  readonly title: string
  readonly links: readonly Link[]
}) => (
  <nav class="site-footer__group" aria-labelledby={id}>
    <h2 class="site-footer__title" id={id}>
      {title}
    </h2>
    <ul class="site-footer__links">
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Whom to ask, where the scheme is explained, and the two statements every public site owes. */
export const SiteFooter = ({
  city,
  contact,
  guides,
  openDataUrl,
  accessibilityUrl,
  privacyUrl
}: SiteFooterProps): VNode => (
  <footer class="site-footer">
    <div class="container site-footer__inner">
      <address class="site-footer__contact">
        <span class="site-footer__title">
          {city} {contact.section}
        </span>
        <span>
          電話 <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
        </span>
        <span>
          メール <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </span>
      </address>
      <Links id="footer-guides" title="制度について" links={guides} />
      <Links
        id="footer-site"
        title="このサイトについて"
        links={[
          { href: openDataUrl, label: 'オープンデータ' },
          { href: accessibilityUrl, label: 'ウェブアクセシビリティ方針' },
          { href: privacyUrl, label: '個人情報の取扱い' }
        ]}
      />
    </div>
  </footer>
)
