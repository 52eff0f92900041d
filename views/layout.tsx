import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Notice } from './components/notice.tsx'
import { PageHeading } from './components/page-heading.tsx'
import { FormTokenContext } from './components/post-form.tsx'
import { SiteFooter, type SiteFooterProps } from './components/site-footer.tsx'
import { SiteHeader, type SiteHeaderProps } from './components/site-header.tsx'
import { StructuredData, type StructuredDataValue } from './structured-data.tsx'

/** What a public page tells search engines and those who pass its link on. URLs are absolute. */
export type PageSummary = {
  /** One or two sentences. */
  readonly description: string
  readonly canonicalUrl: string
  /** The picture shown beside a link that is passed on: 1200 × 630. */
  readonly imageUrl?: string | undefined
  readonly structuredData?: readonly StructuredDataValue[] | undefined
  /** Feeds that tell what is new here. */
  readonly feeds?: readonly { readonly title: string; readonly url: string }[] | undefined
}

/** Everything around the content of a page; made by the route, the same for all slices. */
export type PageFrame = SiteHeaderProps &
  SiteFooterProps & {
    /** The h1, and the first part of the document's title. */
    readonly title: string
    /** Puts エラー： before the document's title, so that a screen reader says it first. */
    readonly hasErrors?: boolean | undefined
    readonly breadcrumb: readonly { readonly href?: string | undefined; readonly label: string }[]
    /** The versioned URL of a file below /assets. */
    readonly assets: (path: string) => string
    /** URLs of module scripts. */
    readonly scripts?: readonly string[] | undefined
    /** What was just done, shown once. */
    readonly flash?: string | undefined
    /** False where the page sets its own PageHeading. */
    readonly showHeading?: boolean | undefined
    /** The case screen and long tables take more width. */
    readonly wide?: boolean | undefined
    /** Of pages that are there for everybody to find; the others are not indexed. */
    readonly summary?: PageSummary | undefined
    /** How long the viewer's session lasts if it is not used, and where it is prolonged; null when signed out. */
    readonly session?: { readonly seconds: number; readonly url: string } | null | undefined
    /** A bar that says this is a demonstration; null in service. */
    readonly demo?: { readonly label: string; readonly mailsUrl: string } | null | undefined
  }

/** The portal's own style sheets in the order in which they follow the design tokens; sent as one, `styles.css`. */
export const stylesheets: readonly string[] = [
  'base.css',
  'layout.css',
  'fields.css',
  'components.css',
  'screens.css',
  'decisions.css',
  'companies.css',
  'publicity.css',
  'applications.css',
  'home.css',
  'screening.css',
  'committee.css',
  'reports.css',
  'renewals.css',
  'letters.css',
  'certificates.css',
  'guides.css',
  'directory.css',
  'selfcheck.css',
  'opendata.css'
]

const documentTitle = ({ title, hasErrors, schemeName }: PageFrame): string =>
  `${hasErrors ? 'エラー：' : ''}${title === schemeName ? title : `${title}｜${schemeName}`}`

const Summary = ({ page, summary }: { readonly page: PageFrame; readonly summary: PageSummary }): VNode => (
  <>
    <meta name="description" content={summary.description} />
    <link rel="canonical" href={summary.canonicalUrl} />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content={`${page.city} ${page.schemeName}`} />
    <meta property="og:locale" content="ja_JP" />
    <meta property="og:title" content={page.title} />
    <meta property="og:description" content={summary.description} />
    <meta property="og:url" content={summary.canonicalUrl} />
    {summary.imageUrl ? (
      <>
        <meta property="og:image" content={summary.imageUrl} />
        <meta name="twitter:card" content="summary_large_image" />
      </>
    ) : null}
    {summary.feeds?.map(({ title, url }) => (
      <link key={url} rel="alternate" type="application/atom+xml" title={title} href={url} />
    ))}
    {summary.structuredData?.map((data, index) => (
      <StructuredData key={String(index)} data={data} />
    ))}
  </>
)

const Head = ({ page }: { readonly page: PageFrame }): VNode => (
  <head>
    <meta charset="utf-8" />
    <title>{documentTitle(page)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="format-detection" content="telephone=no" />
    {page.summary ? <Summary page={page} summary={page.summary} /> : <meta name="robots" content="noindex" />}
    <link rel="icon" href={page.assets('logo.svg')} type="image/svg+xml" />
    <link rel="stylesheet" href={page.assets('styles.css')} />
    {page.scripts?.map((url) => (
      <script key={url} type="module" src={url} />
    ))}
  </head>
)

const Breadcrumb = ({ page }: { readonly page: PageFrame }): VNode | null =>
  page.breadcrumb.length === 0 ? null : (
    <nav class="breadcrumb" aria-label="現在の場所">
      <ol>
        {page.breadcrumb.map(({ href, label }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  )

const DemoBar = ({ demo }: Pick<PageFrame, 'demo'>): VNode | null =>
  demo ? (
    <aside class="demo-bar" aria-label="デモ環境">
      <div class="container">
        <p>
          {demo.label}
          <a href={demo.mailsUrl}>送信されたメールを見る</a>
        </p>
      </div>
    </aside>
  ) : null

/** A whole document: skip link, header, breadcrumb, one h1, content, footer. */
export const Layout = ({
  page,
  children
}: {
  readonly page: PageFrame
  readonly children: ComponentChildren
}): VNode => (
  <html lang="ja">
    <Head page={page} />
    <body
      class={page.wide ? 'page page--wide' : 'page'}
      data-session-url={page.session?.url}
      data-session-seconds={page.session?.seconds}
    >
      <a class="skip-link" href="#main">
        本文へ移動
      </a>
      <DemoBar demo={page.demo} />
      <SiteHeader {...page} />
      <div class="container page__body">
        <Breadcrumb page={page} />
        <main id="main" tabindex={-1}>
          {page.flash ? (
            <Notice tone="success" live="status">
              {page.flash}
            </Notice>
          ) : null}
          {page.showHeading === false ? null : <PageHeading title={page.title} />}
          {children}
        </main>
      </div>
      <SiteFooter {...page} />
    </body>
  </html>
)

/**
 * The document as text, ready to be sent.
 * @param formToken makes the token of each form; null for a page that is the same for everybody, which holds no form
 */
export const renderPage = (page: VNode, formToken: (() => string) | null): string =>
  `<!DOCTYPE html>${renderToString(<FormTokenContext.Provider value={formToken}>{page}</FormTokenContext.Provider>)}`
