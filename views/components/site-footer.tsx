import type { VNode } from 'preact'

export type SiteFooterProps = {
  readonly city: string
  readonly contact: { readonly section: string; readonly phone: string; readonly email: string }
  readonly accessibilityUrl: string
  readonly privacyUrl: string
}

/** Whom to ask, and the two statements every public site owes. */
export const SiteFooter = ({ city, contact, accessibilityUrl, privacyUrl }: SiteFooterProps): VNode => (
  <footer class="site-footer">
    <div class="container site-footer__inner">
      <address class="site-footer__contact">
        <span class="site-footer__section">
          {city} {contact.section}
        </span>
        <span>
          電話 <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
        </span>
        <span>
          メール <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </span>
      </address>
      <ul class="site-footer__links">
        <li>
          <a href={accessibilityUrl}>ウェブアクセシビリティ方針</a>
        </li>
        <li>
          <a href={privacyUrl}>個人情報の取扱い</a>
        </li>
      </ul>
    </div>
  </footer>
)
