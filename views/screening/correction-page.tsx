import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { Question } from '../../src/screening/correction.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DateField } from '../components/date-field.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Fields } from '../components/fields.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { TextArea } from '../components/text-area.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** Returns an application to its company: what it will be asked, in which words, until when. */
export const CorrectionPage = ({
  frame,
  applicationId,
  round,
  questions,
  values,
  earliest,
  problems,
  preview
}: {
  readonly frame: PageFrame
  readonly applicationId: string
  readonly round: number
  readonly questions: readonly Question[]
  readonly values: { readonly message: string; readonly deadline: string }
  /** The first day that can be the deadline. */
  readonly earliest: string
  readonly problems: Readonly<Record<string, string>>
  /** The mail as it would be sent with these values. */
  readonly preview: { readonly subject: string; readonly text: string } | null
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={Object.entries(problems).map(([fieldId, message]) => ({ fieldId, message }))} />
    <Section title="照会する項目">
      {questions.length === 0 ? (
        <Notice tone="warning">
          照会中の項目はありません。項目について尋ねるときは、案件の画面で「照会」を選び、質問を保存してください。
        </Notice>
      ) : (
        <ul class="questions">
          {questions.map(({ itemCode, shortText, question }) => (
            <li key={itemCode}>
              <p>
                <span class="item__code">{itemCode}</span> <strong>{shortText}</strong>
              </p>
              <p class="questions__text">{question}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
    <PostForm action={paths.correction(applicationId)} novalidate>
      <input type="hidden" name="round" value={round} />
      <Fields>
        <TextArea
          name="message"
          label="お願いの文"
          hint="メールの本文に入ります。上の質問は、この文の後に自動で並びます。"
          required
          rows={5}
          limit={2000}
          value={values.message}
          error={problems.message}
        />
        <DateField
          name="deadline"
          label="期限"
          hint="この日まで、事業者は内容を直して再提出できます。"
          required
          min={earliest}
          value={values.deadline}
          error={problems.deadline}
        />
        {preview === null ? null : (
          <Disclosure summary="送られるメールを確かめる">
            <p>
              <strong>{preview.subject}</strong>
            </p>
            <p class="mail-preview">{preview.text}</p>
          </Disclosure>
        )}
        <ButtonRow>
          <Button>補正を依頼する</Button>
          <ButtonLink variant="text" href={paths.case(applicationId)}>
            案件に戻る
          </ButtonLink>
        </ButtonRow>
      </Fields>
    </PostForm>
  </Layout>
)
