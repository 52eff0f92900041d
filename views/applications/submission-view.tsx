import type { ComponentChildren, VNode } from 'preact'
import type { SubmissionContent } from '../../src/applications/application.ts'
import type { Category, Edition } from '../../src/checklist/index.ts'
import { type Profile, profileLabels } from '../../src/companies/profile.ts'
import { industryName } from '../../src/scheme/industries.ts'
import { DefinitionList } from '../components/definition-list.tsx'
import { Section } from '../components/section.tsx'
import { formatNumber } from '../format.ts'
import { AnswerView } from './answer-view.tsx'
import type { ListedFile } from './attachment-list.tsx'

/** What is read: a draft before it is sent, or what was sent. */
type Content = Omit<SubmissionContent, 'attachments' | 'attestedBy'> & { readonly attachments: readonly ListedFile[] }

type Part = 'profile' | 'declarations' | `category-${number}`

type Reading = {
  readonly content: Content
  readonly edition: Edition
  readonly evaluationYear: number
  readonly hrefOf: (file: ListedFile) => string
  /** What stands beside a heading, such as a link to change the part. */
  readonly besides?: ((part: Part, title: string) => ComponentChildren) | undefined
  /** Level of the headings: 3 where the whole stands under a heading of its own. */
  readonly level?: 2 | 3 | undefined
}

const Lines = ({ text }: { readonly text: string }): VNode => <span class="lines">{text}</span>

const ProfileView = ({ profile }: { readonly profile: Profile }): VNode => (
  <DefinitionList
    entries={[
      { term: profileLabels.name, description: `${profile.name}（${profile.nameKana}）` },
      { term: profileLabels.legalEntityNumber, description: profile.legalEntityNumber ?? 'なし（個人事業主）' },
      { term: profileLabels.address, description: `〒${profile.postalCode} ${profile.address}` },
      { term: profileLabels.industry, description: industryName(profile.industry) ?? '' },
      { term: profileLabels.employees, description: `${formatNumber(profile.employees)}人` },
      { term: '代表者', description: `${profile.representativeTitle} ${profile.representativeName}` },
      {
        term: '担当者',
        description: `${profile.contactName}（${[profile.contactEmail, profile.contactPhone].filter(Boolean).join('、')}）`
      },
      { term: profileLabels.website, description: profile.website || 'なし' },
      { term: profileLabels.business, description: <Lines text={profile.business} /> },
      { term: profileLabels.culture, description: <Lines text={profile.culture} /> }
    ]}
  />
)

const DeclarationsView = ({ content, edition }: Pick<Reading, 'content' | 'edition'>): VNode => (
  <ul class="answers">
    {edition.declarations.map(({ id, text, detailLabel }) => {
      const answer = content.declarations[id]
      const declared = answer?.declared === true
      return (
        <li class={`answer answer--${declared ? 'checked' : 'unchecked'}`} key={id}>
          <p class="answer__text">{text}</p>
          <p class="answer__mark">
            {declared ? <span aria-hidden="true">✓ </span> : null}
            {declared ? 'はい' : 'いいえ'}
          </p>
          {declared && answer.detail && detailLabel ? (
            <dl class="evidence-view">
              <div>
                <dt>{detailLabel}</dt>
                <dd>{answer.detail}</dd>
              </div>
            </dl>
          ) : null}
        </li>
      )
    })}
  </ul>
)

const CategoryView = ({
  category,
  content,
  evaluationYear,
  hrefOf
}: Pick<Reading, 'content' | 'evaluationYear' | 'hrefOf'> & { readonly category: Category }): VNode => (
  <ul class="answers">
    {category.items.map((item) => (
      <AnswerView
        key={item.code}
        item={item}
        mark={content.marks[item.code] ?? 'unchecked'}
        raw={content.evidence[item.code] ?? {}}
        evaluationYear={evaluationYear}
        files={content.attachments.filter(({ itemCode }) => itemCode === item.code)}
        hrefOf={hrefOf}
      />
    ))}
  </ul>
)

/**
 * An application in full, as company, secretariat and committee read it: profile, declarations, every category with its
 * marks, evidence and files.
 */
export const SubmissionView = (reading: Reading): VNode => {
  const { content, edition, level = 2, besides } = reading
  return (
    <>
      <Section title="会社の情報" level={level}>
        {besides?.('profile', '会社の情報')}
        <ProfileView profile={content.profile} />
      </Section>
      <Section title="宣言" level={level}>
        {besides?.('declarations', '宣言')}
        <DeclarationsView {...reading} />
      </Section>
      {edition.categories.map((category) => (
        <Section key={category.number} title={`${category.number} ${category.title}`} level={level}>
          {besides?.(`category-${category.number}`, category.title)}
          <CategoryView {...reading} category={category} />
        </Section>
      ))}
    </>
  )
}
