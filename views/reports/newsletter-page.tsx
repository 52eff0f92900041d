import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FieldError } from '../components/field-error.tsx'
import { Hint } from '../components/hint.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { PeriodBar, type ReportDays } from './period-bar.tsx'
import { ReportTabs } from './report-tabs.tsx'

const TextForm = ({ text, error }: { readonly text: string; readonly error: string | undefined }): VNode => (
  <PostForm action={paths.newsletterText} novalidate>
    <div class="field">
      <label class="field__label" for="text">
        本文
      </label>
      <Hint id="text-hint">
        ここで直した文は保存されません。コピーするか、テキストファイルで保存してください。事業者の言葉（「」の中）は、載せてよいか事業者に確かめてください。
      </Hint>
      <textarea
        class="input input--area newsletter"
        id="text"
        name="text"
        rows={24}
        data-copied
        aria-describedby={error === undefined ? 'text-hint' : 'text-hint text-error'}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {text}
      </textarea>
      <FieldError id="text-error" message={error} />
    </div>
    <ButtonRow>
      <button class="button button--primary" type="button" data-copies hidden>
        本文をコピーする
      </button>
      <Button variant="secondary">テキストファイルで保存する</Button>
    </ButtonRow>
    <p role="status" data-copy-status></p>
  </PostForm>
)

/** The text for the newsletter about those certified in some days, to be edited, copied or saved. */
export const NewsletterPage = ({
  frame,
  days,
  count,
  text,
  error
}: {
  readonly frame: PageFrame
  readonly days: ReportDays
  /** How many companies the text tells of. */
  readonly count: number
  readonly text: string
  readonly error: string | undefined
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'text', message: error }]} />
    <ReportTabs current={paths.newsletter} />
    <p class="report-lead">
      新規と更新の認定が決まった事業者を、確認した取組をもとに紹介する文です。休暇などの利用人数や担当者名は載せません。辞退した事業者と、認定を取り消した事業者は除いています。
    </p>
    <PeriodBar action={paths.newsletter} days={days} />
    {count === 0 && text === '' && error === undefined ? (
      <EmptyState title="この期間に決まった認定はありません" />
    ) : (
      <TextForm text={text} error={error} />
    )}
  </Layout>
)
