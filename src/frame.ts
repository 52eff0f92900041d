import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PageFrame, PageSummary } from '../views/layout.tsx'
import type { Viewer } from './accounts/viewer.ts'
import { guideLinks } from './guides/guide.ts'
import { paths } from './paths.ts'
import { assetUrl } from './platform/assets.ts'
import type { Context } from './platform/context.ts'

/** What a page says of itself; the rest of its frame follows from who asks. */
export type PageSettings = Pick<PageFrame, 'title' | 'hasErrors' | 'showHeading' | 'wide'> & {
  /** The way to the page without the page itself, from the home of the role. */
  readonly breadcrumb?: readonly { readonly href: string; readonly label: string }[]
  /** Names of scripts in views/browser, for example `autosave`. */
  readonly scripts?: readonly string[]
  /** Makes the page one that everybody may find. Paths, not URLs: the frame knows where the portal stands. */
  readonly summary?: Pick<PageSummary, 'description' | 'structuredData'> & {
    readonly path: string
    /** The picture beside links that are passed on; the whole site's where a page has none of its own. */
    readonly imagePath?: string | undefined
    readonly feeds?: readonly { readonly title: string; readonly path: string }[] | undefined
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Everything around the content of a page. */
    frame: (settings: PageSettings) => PageFrame
  }
}

type Link = {
  readonly href: string
  readonly label: string
  /** Where the paths of all its pages begin, where it leads to one of several. */
  readonly below?: string
}

const navigations: Readonly<Record<Viewer['role'] | 'public', readonly Link[]>> = {
  public: [
    { href: paths.companies, label: '認定企業', below: paths.companies },
    { href: paths.selfCheck, label: 'セルフチェック', below: paths.selfCheck },
    { href: paths.guide('benefits'), label: '制度について', below: paths.guide('') },
    { href: paths.verifications, label: '認定証の確認' }
  ],
  company: [
    { href: paths.company, label: '申請と認定' },
    { href: paths.profile, label: '会社の情報' },
    { href: paths.publicity, label: '企業ページ' },
    { href: paths.members, label: '担当者' }
  ],
  secretariat: [
    { href: paths.desk, label: '案件' },
    { href: paths.renewals, label: '更新の期限' },
    { href: paths.certifications, label: '認定企業' },
    { href: paths.statements, label: '公開の確認' },
    { href: paths.meetings, label: '推進委員会' },
    { href: paths.committeeMembers, label: '委員' },
    { href: paths.indicator, label: '報告' },
    { href: paths.letterSettings, label: '文面', below: '/settings/' }
  ],
  committee: [
    { href: paths.meetings, label: '推進委員会' },
    { href: paths.indicator, label: '指標' }
  ],
  administrator: [
    { href: paths.administration, label: '稼働状況' },
    { href: paths.officials, label: '職員', below: paths.officials }
  ]
}

/** Where each role begins. */
export const homes: Readonly<Record<Viewer['role'], string>> = {
  company: paths.company,
  secretariat: paths.desk,
  committee: paths.meetings,
  administrator: paths.administration
}

const navigationFor = (request: FastifyRequest) => {
  const [path = ''] = request.url.split('?', 1)
  return navigations[request.viewer?.role ?? 'public'].map(({ href, label, below }) => ({
    href,
    label,
    current: below === undefined ? href === path : path.startsWith(below)
  }))
}

const breadcrumbFor = (request: FastifyRequest, { title, breadcrumb }: PageSettings): PageFrame['breadcrumb'] =>
  breadcrumb === undefined || request.is404 ? [] : [...breadcrumb, { label: title }]

const scriptUrl = (name: string): string => assetUrl(`scripts/${name}.js`)

const scriptsOf = ({ viewer }: FastifyRequest, { scripts = [] }: PageSettings): readonly string[] =>
  viewer === null ? scripts : [...scripts, 'session-warning']

const sessionOf = ({ viewer, signedIn }: FastifyRequest, now: Date): PageFrame['session'] =>
  viewer === null || signedIn === null
    ? null
    : {
        seconds: Math.floor((signedIn.session.endsAt.getTime() - now.getTime()) / 1000),
        url: paths.sessionContinuation
      }

const summaryOf = (baseUrl: string, { summary }: PageSettings): PageSummary | undefined => {
  if (summary === undefined) return undefined
  const { description, structuredData, path, imagePath, feeds } = summary
  return {
    description,
    structuredData,
    canonicalUrl: `${baseUrl}${path}`,
    imageUrl: `${baseUrl}${imagePath ?? paths.siteCard}`,
    feeds: feeds?.map(({ title, path }) => ({ title, url: `${baseUrl}${path}` }))
  }
}

/** Gives every request its frame. */
export const addFrames = (app: FastifyInstance, { scheme, baseUrl, clock }: Context, demo: boolean): void => {
  app.decorateRequest('frame', function frame(this: FastifyRequest, settings: PageSettings): PageFrame {
    const { viewer } = this
    return {
      title: settings.title,
      hasErrors: settings.hasErrors,
      showHeading: settings.showHeading,
      wide: settings.wide,
      city: scheme.city,
      schemeName: scheme.name,
      homeUrl: paths.home,
      viewer: viewer === null ? null : { name: viewer.company?.name ?? viewer.name, role: viewer.role },
      navigation: navigationFor(this),
      breadcrumb: breadcrumbFor(this, settings),
      assets: assetUrl,
      scripts: scriptsOf(this, settings).map(scriptUrl),
      session: sessionOf(this, clock.now()),
      summary: summaryOf(baseUrl, settings),
      flash: this.takeFlash() ?? undefined,
      contact: scheme.secretariat,
      guides: guideLinks,
      openDataUrl: paths.openData,
      signInUrl: paths.signIn,
      signOutUrl: paths.signOut,
      sessionsUrl: paths.sessions,
      accessibilityUrl: paths.accessibility,
      privacyUrl: paths.privacy,
      demo: demo
        ? {
            label: 'デモ環境です。登場する会社や人はすべて架空のもので、メールは送信されません。',
            mailsUrl: paths.demoMails
          }
        : null
    }
  })
}
