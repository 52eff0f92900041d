import type { VNode } from 'preact'
import type { Declaration } from '../../src/checklist/index.ts'
import { DeclarationFields } from '../applications/declaration-fields.tsx'
import { Button } from '../components/button.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { TextArea } from '../components/text-area.tsx'
import { errorFor } from '../form-state.ts'
import { formatNumber } from '../format.ts'
import type { RenewalPageProps } from './renewal-page-props.ts'

const Unchanged = ({ when }: { readonly when: boolean }): VNode => (
  <p>
    <StatusTag tone={when ? 'neutral' : 'info'}>{when ? '変更なし' : '変更あり'}</StatusTag>
  </p>
)

/** Whether the company is still the same body: the one question that only a renewal asks. */
export const BodySection = (props: RenewalPageProps): VNode => {
  const { organisationChanged, organisationDetail } = props.organisation
  return (
    <Section title="会社の組織" id="organisation">
      <div class="declaration" data-shown={organisationDetail === '' ? undefined : 'true'}>
        <Checkbox
          name="organisationChanged"
          label="前回の認定のあとに、合併・会社分割・事業譲渡があった"
          checked={organisationChanged}
          hint="なければ、そのままで進めます。"
        />
        <div class="declaration__detail">
          <TextArea
            name="organisationDetail"
            label="変更の内容と時期"
            rows={2}
            value={organisationDetail}
            error={errorFor(props.problems, 'organisationDetail')}
          />
        </div>
      </div>
    </Section>
  )
}

const declaredWords = ({ declarations }: RenewalPageProps, { id }: Declaration): string => {
  const answer = declarations[id]
  if (!answer?.declared) return 'いいえ'
  return answer.detail === '' ? 'はい' : `はい（${answer.detail}）`
}

/** The declarations as they stand, changed behind one click. */
export const DeclarationsSection = (props: RenewalPageProps): VNode | null => {
  const { edition, hasLastSheet, declarationsStand, declarations, problems } = props
  if (edition.declarations.length === 0) return null
  const isOpen =
    !hasLastSheet ||
    edition.declarations.some(
      ({ id, required }) => (required && !declarations[id]?.declared) || errorFor(props.problems, `${id}.detail`)
    )
  return (
    <Section title="関係法令などの宣言" id="declarations">
      {hasLastSheet ? <Unchanged when={declarationsStand} /> : null}
      <DefinitionList
        entries={edition.declarations.map((declaration) => ({
          term: declaration.text,
          description: declaredWords(props, declaration)
        }))}
      />
      <Disclosure summary="宣言を変更する" open={isOpen}>
        <DeclarationFields
          declarations={edition.declarations}
          answers={declarations}
          problems={problems}
          requiredHint="この宣言がないと、委員会の意見を聴いて審査し直します。"
        />
      </Disclosure>
    </Section>
  )
}

/** Who applies, as it is registered, and what is new about it. */
export const ProfileSection = ({ profile, profileChanges }: RenewalPageProps): VNode => (
  <Section title="会社の情報" id="profile">
    {profileChanges === null ? null : <Unchanged when={profileChanges.length === 0} />}
    {profileChanges === null || profileChanges.length === 0 ? null : (
      <p>前回の認定から変わったところ：{profileChanges.join('、')}</p>
    )}
    <DefinitionList
      entries={[
        { term: '事業者名', description: profile.name },
        { term: '所在地', description: profile.address },
        { term: '代表者', description: `${profile.representativeTitle} ${profile.representativeName}` },
        { term: '従業員数', description: `${formatNumber(profile.employees)}人` },
        { term: '担当者', description: `${profile.contactName}（${profile.contactEmail}）` }
      ]}
    />
    <Button variant="secondary" small name="destination" value="profile">
      保存して会社の情報を変更する
    </Button>
  </Section>
)
