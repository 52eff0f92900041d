import type { VNode } from 'preact'
import type { ExplainedPlaceholder, LetterKind } from '../../src/letters/letter-kind.ts'
import { bodyLimit, type Wording } from '../../src/letters/wording.ts'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ReturnToStandard, type SavedWording, WordingHistory, WordingRefusal } from '../components/city-wording.tsx'
import { DataTable } from '../components/data-table.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { TextArea } from '../components/text-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { errorFor, type Problem, summaryOf } from '../form-state.ts'
import { Layout, type PageFrame } from '../layout.tsx'

type Props = {
  readonly frame: PageFrame
  readonly kind: LetterKind
  readonly when: string
  /** In the fields: what is in use, or what was typed. */
  readonly wording: Wording
  /** The saved wording that the page is about, for the guard against overwriting a colleague's. */
  readonly basis: string
  readonly isStandard: boolean
  readonly placeholders: readonly ExplainedPlaceholder[]
  /** The wording filled in with examples; null while it has problems. */
  readonly preview: { readonly subject: string; readonly text: string } | null
  /** Whether the fields hold something that is not saved. */
  readonly isTyped: boolean
  readonly problems: readonly Problem[]
  readonly refusal: 'changed' | 'standard' | null
  /** Newest first. */
  readonly history: readonly SavedWording[]
}

const WordingForm = ({ kind, wording, basis, problems }: Props): VNode => (
  <PostForm action={paths.letterSetting(kind)} novalidate>
    <input type="hidden" name="basis" value={basis} />
    <TextField
      name="subject"
      label="件名"
      hint="書面の表題とメールの件名になります"
      required
      value={wording.subject}
      error={errorFor(problems, 'subject')}
    />
    <TextArea
      name="body"
      label="本文"
      hint="宛名、日付、市長名、連絡先は自動で付きます。「記」と「以上」だけの行は書面の中央と右端に、【 】だけの行は見出しになります。空行で区切った段落の差し込みがすべて空のときは、その段落を出しません"
      required
      rows={22}
      limit={bodyLimit}
      value={wording.body}
      error={errorFor(problems, 'body')}
    />
    <ButtonRow>
      <Button name="step" value="save">
        文面を保存する
      </Button>
      <Button name="step" value="check" variant="secondary">
        保存せずに表示を確かめる
      </Button>
      <Button variant="secondary" formaction={paths.letterPreview(kind)} formtarget="_blank">
        書面（PDF）を別のタブで確かめる
      </Button>
    </ButtonRow>
  </PostForm>
)

const Placeholders = ({ placeholders }: Pick<Props, 'placeholders'>): VNode => (
  <Section title="使える差し込み">
    <p>本文や件名に書くと、送るときに実際の内容に置き換わります。「必須」の差し込みは、必ず入れてください。</p>
    <DataTable
      caption="使える差し込み"
      captionHidden
      columns={[
        { key: 'name', label: '差し込み', rowHeader: true },
        { key: 'meaning', label: '置き換わる内容' },
        { key: 'sample', label: '例' }
      ]}
      rows={placeholders.map(({ name, meaning, sample, required }) => ({
        key: name,
        cells: {
          name: <span class="placeholder">{`{{${name}}}`}</span>,
          meaning: required ? `${meaning}（必須）` : meaning,
          sample: <span class="placeholder-sample">{sample}</span>
        }
      }))}
    />
  </Section>
)

/** The wording of one letter: changing it, trying it, returning to the standard, and who changed it when. */
export const LetterSettingPage = (props: Props): VNode => {
  const { frame, kind, when, basis, isStandard, preview, isTyped, problems } = props
  return (
    <Layout page={frame}>
      <ErrorSummary errors={summaryOf(problems)} />
      <WordingRefusal {...props} />
      <p>
        {when}に送ります。いまは{isStandard ? '標準の文面' : '市の文面'}です。
      </p>
      <WordingForm {...props} />
      {preview === null ? null : (
        <Section title="表示の例" id="preview">
          <p>
            {isTyped ? 'まだ保存していない文面' : 'いまの文面'}に、例を差し込んだ表示です。件名：{preview.subject}
          </p>
          <blockquote class="letter">{preview.text}</blockquote>
          {isTyped ? null : (
            <p>
              <ButtonLink variant="secondary" href={paths.letterPreview(kind)}>
                いまの文面の書面（PDF）を開く
              </ButtonLink>
            </p>
          )}
        </Section>
      )}
      <Placeholders {...props} />
      <WordingHistory history={props.history} />
      {isStandard ? null : <ReturnToStandard action={paths.standardLetter(kind)} basis={basis} />}
    </Layout>
  )
}
