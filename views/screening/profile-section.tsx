import type { VNode } from 'preact'
import type { DeclarationAnswers } from '../../src/applications/application.ts'
import { type Profile, profileLabels } from '../../src/companies/profile.ts'
import { industryName } from '../../src/scheme/industries.ts'
import type { CaseFile } from '../../src/screening/case-file.ts'
import { DefinitionList } from '../components/definition-list.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Notice } from '../components/notice.tsx'
import { formatNumber } from '../format.ts'

const isField = (name: string): name is keyof Profile => Object.hasOwn(profileLabels, name)

const shown = (field: string, value: string): string => {
  if (value === '') return 'なし'
  if (field === 'industry') return industryName(value) ?? value
  return field === 'employees' ? `${formatNumber(Number(value))}人` : value
}

const declared = ({ declared: is, detail }: DeclarationAnswers[string]): string =>
  `${is ? 'はい' : 'いいえ'}${detail === '' ? '' : `（${detail}）`}`

const declarationText = (file: CaseFile, id: string): string =>
  file.edition.declarations.find((declaration) => declaration.id === id)?.text ?? id

/** What changed outside the checklist since the last submission; nothing when nothing did. */
export const ProfileChanges = ({ file }: { readonly file: CaseFile }): VNode | null => {
  const changes = [
    ...(file.changes?.profile ?? []).map(({ field, before, after }) => ({
      key: field,
      label: isField(field) ? profileLabels[field] : field,
      before: shown(field, before),
      after: shown(field, after)
    })),
    ...(file.changes?.declarations ?? []).map(({ id, before, after }) => ({
      key: id,
      label: declarationText(file, id),
      before: declared(before),
      after: declared(after)
    }))
  ]
  if (changes.length === 0) return null
  return (
    <Notice title="再提出で変わった会社の情報と宣言">
      <ul>
        {changes.map(({ key, label, before, after }) => (
          <li key={key}>
            {label}：{before} → {after}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Who applies and what was declared, as it stood at the last submission. */
export const ProfileSection = ({ file }: { readonly file: CaseFile }): VNode => {
  const { profile, declarations, attestedBy } = file.submission.content
  return (
    <section id="company" aria-label="会社の概要と風土">
      <DefinitionList
        entries={(['business', 'culture'] as const).map((field) => ({
          term: profileLabels[field],
          description: shown(field, profile[field])
        }))}
      />
      <Disclosure summary="会社の情報と宣言（所在地、代表者、担当者、宣言）">
        <DefinitionList
          entries={[
            ...Object.entries(profile)
              .filter(([field]) => field !== 'business' && field !== 'culture')
              .map(([field, value]) => ({
                term: isField(field) ? profileLabels[field] : field,
                description: shown(field, String(value ?? ''))
              })),
            ...file.edition.declarations.map(({ id, text }) => ({
              term: text,
              description: declared(declarations[id] ?? { declared: false, detail: '' })
            })),
            { term: '内容に相違ないことの確認', description: attestedBy }
          ]}
        />
      </Disclosure>
    </section>
  )
}
