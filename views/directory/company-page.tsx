import type { VNode } from 'preact'
import type { EntryContent } from '../../src/directory/entry.ts'
import { paths } from '../../src/paths.ts'
import { industryName } from '../../src/scheme/industries.ts'
import { ButtonLink } from '../components/button.tsx'
import { TwoColumn } from '../components/columns.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { Phrases } from '../components/phrases.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { formatDate } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { kindWords, sinceWords } from './company-facts.ts'
import { CompanyMark } from './company-mark.tsx'
import { CategoryPicture, CompanyStory, type PictureUrl } from './company-story.tsx'

const Heading = ({ entry, logoUrl }: { readonly entry: EntryContent; readonly logoUrl: string | null }): VNode => (
  <div class="company-heading">
    <CompanyMark name={entry.name} logoUrl={logoUrl} large />
    <div class="company-heading__text">
      <p class="company-heading__kana">{entry.nameKana}</p>
      <h1>
        <Phrases text={entry.name} />
      </h1>
      <ul class="page-heading__facts">
        <li>
          <StatusTag tone="success">認定企業　第{entry.number}号</StatusTag>
        </li>
        <li>{kindWords(entry)}</li>
      </ul>
    </div>
  </div>
)

const Outside = ({
  href,
  variant,
  children
}: {
  readonly href: string
  readonly variant: 'primary' | 'secondary'
  readonly children: string
}): VNode => (
  <a class={`button button--${variant}`} href={href} rel="noopener external">
    <span>
      {children}
      <span class="outside">（外部サイト）</span>
    </span>
  </a>
)

const Links = ({ entry: { website, jobsUrl } }: { readonly entry: EntryContent }): VNode | null =>
  website === null && jobsUrl === null ? null : (
    <div class="company-links">
      {jobsUrl === null ? null : (
        <Outside href={jobsUrl} variant="primary">
          求人情報を見る
        </Outside>
      )}
      {website === null ? null : (
        <Outside href={website} variant="secondary">
          ウェブサイトを見る
        </Outside>
      )}
    </div>
  )

const Certification = ({
  entry,
  verificationUrl
}: {
  readonly entry: EntryContent
  readonly verificationUrl: string | null
}): VNode => (
  <section class="company-facts">
    <h2 class="company-side__title">認定の内容</h2>
    <DefinitionList
      entries={[
        { term: '認定番号', description: `第${entry.number}号` },
        { term: '認定', description: sinceWords(entry) },
        { term: '更新', description: entry.renewals === 0 ? 'はじめの認定期間です' : `${entry.renewals}回` },
        { term: '認定期間の末日', description: formatDate(entry.endsOn) }
      ]}
    />
    {verificationUrl === null ? null : (
      <p>
        <a href={verificationUrl}>認定証が有効かを確かめる</a>
      </p>
    )}
  </section>
)

const About = ({ entry }: { readonly entry: EntryContent }): VNode => {
  const facts = [
    { term: '業種', description: industryName(entry.industry) },
    { term: '従業員の規模', description: entry.size },
    { term: '所在地', description: entry.address },
    { term: '法人番号', description: entry.legalEntityNumber }
  ]
  return (
    <section class="company-facts">
      <h2 class="company-side__title">会社の情報</h2>
      <DefinitionList
        entries={facts.flatMap(({ term, description }) => (description === null ? [] : [{ term, description }]))}
      />
    </section>
  )
}

type ContentProps = {
  readonly entry: EntryContent
  readonly pictureUrl: PictureUrl
  /** Of the current certificate; null where it is on paper only, and in a preview. */
  readonly verificationUrl: string | null
}

/** Everything that is told of a company, with its name as the h1: the page, and the preview that its company sees. */
export const CompanyContent = ({ entry, pictureUrl, verificationUrl }: ContentProps): VNode => (
  <>
    <Heading entry={entry} logoUrl={entry.logo === null ? null : pictureUrl('logo', entry.logo)} />
    <TwoColumn
      side={
        <>
          <Links entry={entry} />
          <CategoryPicture entry={entry} />
          <Certification entry={entry} verificationUrl={verificationUrl} />
          <About entry={entry} />
        </>
      }
    >
      <CompanyStory entry={entry} pictureUrl={pictureUrl} />
    </TwoColumn>
  </>
)

/** A certified company for everybody: what it does, in words and as a picture, and since when it is certified. */
export const CompanyPage = ({ frame, ...content }: ContentProps & { readonly frame: PageFrame }): VNode => (
  <Layout page={frame}>
    <CompanyContent {...content} />
    <p class="company-back">
      <ButtonLink href={paths.companies} variant="secondary">
        ほかの認定企業を見る
      </ButtonLink>
    </p>
  </Layout>
)
