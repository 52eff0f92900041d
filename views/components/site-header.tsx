import type { VNode } from 'preact'
import { Phrases } from './phrases.tsx'
import { PostForm } from './post-form.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/** Who looks at the page. */
type Viewer = { readonly name: string; readonly role: 'company' | 'secretariat' | 'committee' | 'administrator' }

export type SiteHeaderProps = {
  readonly city: string
  readonly schemeName: string
  readonly homeUrl?: string | undefined
  readonly viewer: Viewer | null
  readonly navigation: readonly {
    readonly href: string
    readonly label: string
    readonly count?: number | undefined
    readonly current?: boolean | undefined
  }[]
  readonly signInUrl: string
  readonly signOutUrl: string
  /** Where the viewer sees and ends the own sign-ins. */
  readonly sessionsUrl?: string | undefined
}

const roleLabel = {
  company: '',
  secretariat: '事務局',
  committee: '推進委員会',
  administrator: 'システム管理'
} as const

const Account = ({ viewer, signInUrl, signOutUrl, sessionsUrl }: SiteHeaderProps): VNode =>
  viewer ? (
    <div class="site-header__account">
      {sessionsUrl ? (
        <a href={sessionsUrl}>
          {viewer.name}
          <VisuallyHidden>：ログインの管理</VisuallyHidden>
        </a>
      ) : (
        <span>{viewer.name}</span>
      )}
      <PostForm action={signOutUrl}>
        <button class="link-button" type="submit">
          ログアウト
        </button>
      </PostForm>
    </div>
  ) : (
    <div class="site-header__account">
      <a href={signInUrl}>ログイン</a>
    </div>
  )

/** City and scheme at the left, the role's navigation and who is signed in at the right; on a phone below each other. */
export const SiteHeader = (props: SiteHeaderProps): VNode => (
  <header class="site-header">
    <div class="container site-header__inner">
      <a class="site-header__brand" href={props.homeUrl ?? '/'}>
        <span class="site-header__city">
          {[props.city, props.viewer ? roleLabel[props.viewer.role] : ''].filter(Boolean).join('　')}
        </span>
        <span class="site-header__scheme">
          <Phrases text={props.schemeName} />
        </span>
      </a>
      <div class="site-header__side">
        {props.navigation.length > 0 ? (
          <nav aria-label="メニュー">
            <ul class="site-header__links">
              {props.navigation.map(({ href, label, count, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? 'page' : undefined}>
                    {label}
                    {count === undefined ? null : <span class="site-header__count"> {count}</span>}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <Account {...props} />
      </div>
    </div>
  </header>
)
