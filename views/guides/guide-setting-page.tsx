import type { VNode } from 'preact'
import type { GuideSlug } from '../../src/guides/guide.ts'
import type { GuideBlock } from '../../src/guides/guide-block.ts'
import { bodyLimit } from '../../src/guides/guide-text.ts'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ReturnToStandard, type SavedWording, WordingHistory, WordingRefusal } from '../components/city-wording.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { TextArea } from '../components/text-area.tsx'
import { errorFor, type Problem, summaryOf } from '../form-state.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { GuideContent } from './guide-content.tsx'
import { GuidePlaceholders, type PlaceholderLine, WritingHelp } from './writing-help.tsx'

type Props = {
  readonly frame: PageFrame
  readonly slug: GuideSlug
  /** In the field: what is in use, or what was typed. */
  readonly body: string
  /** The saved text that the page is about, for the guard against overwriting a colleague's. */
  readonly basis: string
  readonly isStandard: boolean
  readonly placeholders: readonly PlaceholderLine[]
  /** The text as it would be shown; null while it has problems. */
  readonly preview: readonly GuideBlock[] | null
  /** Whether the field holds something that is not saved. */
  readonly isTyped: boolean
  readonly problems: readonly Problem[]
  readonly refusal: 'changed' | 'standard' | null
  /** Newest first. */
  readonly history: readonly SavedWording[]
}

const GuideForm = ({ slug, body, basis, problems }: Props): VNode => (
  <PostForm action={paths.guideSetting(slug)} novalidate>
    <input type="hidden" name="basis" value={basis} />
    <TextArea
      name="body"
      label="本文"
      hint="行の先頭の「## 」は見出し、「- 」は箇条書きになります。くわしくは下の「書き方」をご覧ください"
      required
      rows={24}
      limit={bodyLimit}
      value={body}
      error={errorFor(problems, 'body')}
    />
    <ButtonRow>
      <Button name="step" value="save">
        保存して公開する
      </Button>
      <Button name="step" value="check" variant="secondary">
        保存せずに表示を確かめる
      </Button>
    </ButtonRow>
  </PostForm>
)

/** The text of one guide: changing it, trying it, returning to the standard, and who changed it when. */
export const GuideSettingPage = (props: Props): VNode => {
  const { frame, slug, basis, isStandard, preview, isTyped, problems } = props
  return (
    <Layout page={frame}>
      <ErrorSummary errors={summaryOf(problems)} />
      <WordingRefusal {...props} />
      <p>
        いまは{isStandard ? '標準の文面' : '市の文面'}です。<a href={paths.guide(slug)}>公開されているページを見る</a>
      </p>
      <GuideForm {...props} />
      {preview === null ? null : (
        <Section title="表示の例" id="preview">
          <p>{isTyped ? 'まだ保存していない文面' : 'いまの文面'}は、次のように表示されます。</p>
          <div class="guide-preview">
            <GuideContent blocks={preview} />
          </div>
        </Section>
      )}
      <WritingHelp />
      <GuidePlaceholders placeholders={props.placeholders} />
      <WordingHistory history={props.history} />
      {isStandard ? null : <ReturnToStandard action={paths.standardGuide(slug)} basis={basis} />}
    </Layout>
  )
}
