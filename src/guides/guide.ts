import { paths } from '../paths.ts'

/** What is known of a guide besides its text, which the city may change. */
type Guide = {
  /** Its h1, and its name wherever something links to it. */
  readonly title: string
  /** One sentence for search engines and for the list of guides. */
  readonly summary: string
}

/** The pages that explain the scheme (案内ページ), in the order in which somebody new to it reads them. */
export const guides = {
  benefits: {
    title: '認定のメリット',
    summary:
      '認定を受けると、市が事業者の取組を具体的に紹介します。求職者や取引先に伝わるもの、認定証、バッジの使い方です。'
  },
  procedure: {
    title: '申請の手続き',
    summary: '申請できる事業者、必要なもの、申請から認定までの流れ、更新と辞退の手続きです。'
  },
  standard: {
    title: '審査基準',
    summary: '認定の基準と、チェックシートの分野と審査項目の一覧です。'
  },
  'processing-time': {
    title: '標準処理期間',
    summary: '申請から決定までにかかる、通常の日数です。'
  },
  faq: {
    title: 'よくある質問',
    summary: '申請の前、申請のとき、認定のあとに、よくいただく質問と答えです。'
  },
  contact: {
    title: 'お問い合わせ',
    summary: '制度と申請についてのお問い合わせ先です。'
  }
} as const satisfies Record<string, Guide>

export type GuideSlug = keyof typeof guides

/** In reading order. */
export const guideSlugs: readonly GuideSlug[] = [
  'benefits',
  'procedure',
  'standard',
  'processing-time',
  'faq',
  'contact'
]

/** Whether a text, for example from a URL, names a guide. */
export const isGuideSlug = (text: string): text is GuideSlug => guideSlugs.some((slug) => slug === text)

/** The guides as links, in reading order: for navigations and for the site map. */
export const guideLinks: readonly { readonly href: string; readonly label: string }[] = guideSlugs.map((slug) => ({
  href: paths.guide(slug),
  label: guides[slug].title
}))
