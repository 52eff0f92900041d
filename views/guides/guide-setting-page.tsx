import type { VNode } from 'preact'
import type { GuideSlug } from '../../src/guides/guide.ts'
import type { GuideBlock } from '../../src/guides/guide-block.ts'
import { bodyLimit } from '../../src/guides/guide-text.ts'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { TextArea } from '../components/text-area.tsx'
import { Timeline } from '../components/timeline.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { GuideContent } from './guide-content.tsx'
import { GuidePlaceholders, type PlaceholderLine, WritingHelp } from './writing-help.tsx'

type Problem = { readonly field: string; readonly message: string }

/** A text as somebody saved it; null returned to the standard. */
type SavedEntry = {
  readonly key: string
  readonly when: string
  readonly dateTime: string
  readonly who: string
  readonly body: string | null
}

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
  readonly history: readonly SavedEntry[]
}

const Refusal = ({ refusal, history, isTyped }: Pick<Props, 'refusal' | 'history' | 'isTyped'>): VNode | null => {
  if (refusal === null) return null
  if (refusal === 'standard')
    return (
      <Notice tone="info" live="alert">
        <p>すでに標準の文面です。</p>
      </Notice>
    )
  const [latest] = history
  return (
    <Notice tone="warning" live="alert" title="別の画面で先に保存されたため、まだ保存していません">
      {latest === undefined ? null : <p>{`${latest.who}さんが、${latest.when}に保存しました。`}</p>}
      <p>
        {isTyped
          ? '下の欄には、あなたの入力が残っています。「変更の履歴」で先に保存された文面を確かめてから、もう一度保存してください。'
          : '下の欄は、いま保存されている文面です。確かめてから、もう一度操作してください。'}
      </p>
    </Notice>
  )
}

const GuideForm = ({ slug, body, basis, problems }: Props): VNode => (
  <form method="post" action={paths.guideSetting(slug)} novalidate>
    <input type="hidden" name="basis" value={basis} />
    <TextArea
      name="body"
      label="本文"
      hint="行の先頭の「## 」は見出し、「- 」は箇条書きになります。くわしくは下の「書き方」をご覧ください"
      required
      rows={24}
      limit={bodyLimit}
      value={body}
      error={problems.find(({ field }) => field === 'body')?.message}
    />
    <ButtonRow>
      <Button name="step" value="save">
        保存して公開する
      </Button>
      <Button name="step" value="check" variant="secondary">
        保存せずに表示を確かめる
      </Button>
    </ButtonRow>
  </form>
)

const History = ({ history }: Pick<Props, 'history'>): VNode => (
  <Section title="変更の履歴">
    {history.length === 0 ? (
      <p>まだ変更されていません。標準の文面を使っています。</p>
    ) : (
      <Timeline
        entries={history.map(({ when, dateTime, who, body }) => ({
          when,
          dateTime,
          who,
          what: body === null ? '標準の文面に戻しました' : '市の文面を保存しました',
          detail:
            body === null ? undefined : (
              <Disclosure summary="保存した文面を見る">
                <blockquote class="letter">{body}</blockquote>
              </Disclosure>
            )
        }))}
      />
    )}
  </Section>
)

/** The text of one guide: changing it, trying it, returning to the standard, and who changed it when. */
export const GuideSettingPage = (props: Props): VNode => {
  const { frame, slug, basis, isStandard, preview, isTyped, problems } = props
  return (
    <Layout page={frame}>
      <ErrorSummary errors={problems.map(({ field, message }) => ({ fieldId: field, message }))} />
      <Refusal {...props} />
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
      <History history={props.history} />
      {isStandard ? null : (
        <Section title="標準の文面に戻す">
          <p>いまの市の文面は、変更の履歴に残ります。</p>
          <form method="post" action={paths.standardGuide(slug)}>
            <input type="hidden" name="basis" value={basis} />
            <Button variant="secondary">標準の文面に戻す</Button>
          </form>
        </Section>
      )}
    </Layout>
  )
}
