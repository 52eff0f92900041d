import type { VNode } from 'preact'
import { profileLabels } from '../../src/companies/profile.ts'
import { industryName } from '../../src/scheme/industries.ts'
import type { CaseFile } from '../../src/screening/case-file.ts'
import { DefinitionList } from '../components/definition-list.tsx'
import { Section } from '../components/section.tsx'
import { formatNumber } from '../format.ts'

/** Who applies: what it does and what it is like to work there. Contact persons are the secretariat's business. */
export const CaseCompany = ({ file }: { readonly file: CaseFile }): VNode => {
  const { profile } = file.submission.content
  return (
    <Section title="会社の概要と風土">
      <DefinitionList
        entries={[
          { term: profileLabels.name, description: `${profile.name}（${profile.nameKana}）` },
          { term: profileLabels.address, description: `〒${profile.postalCode}　${profile.address}` },
          { term: '代表者', description: `${profile.representativeTitle}　${profile.representativeName}`.trim() },
          { term: profileLabels.industry, description: industryName(profile.industry) ?? '業種不明' },
          { term: profileLabels.employees, description: `${formatNumber(profile.employees)}人` },
          { term: profileLabels.legalEntityNumber, description: profile.legalEntityNumber ?? 'なし（個人事業主）' },
          ...(profile.website === '' ? [] : [{ term: profileLabels.website, description: profile.website }]),
          { term: profileLabels.business, description: profile.business || '記入なし' },
          { term: profileLabels.culture, description: profile.culture || '記入なし' }
        ]}
      />
    </Section>
  )
}

/** What the company declares besides the checklist. */
export const CaseDeclarations = ({ file }: { readonly file: CaseFile }): VNode => {
  const { declarations } = file.submission.content
  const declared = file.edition.declarations.filter(({ id }) => declarations[id]?.declared)
  return (
    <Section title="申請者の宣言">
      {declared.length === 0 ? (
        <p>宣言はありません。</p>
      ) : (
        <ul>
          {declared.map(({ id, text }) => {
            const detail = declarations[id]?.detail ?? ''
            return (
              <li key={id}>
                {text}
                {detail === '' ? '' : `（${detail}）`}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
