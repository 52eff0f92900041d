import type { VNode } from 'preact'
import { Button } from './button.tsx'
import { Disclosure } from './disclosure.tsx'
import { Notice } from './notice.tsx'
import { PostForm } from './post-form.tsx'
import { Section } from './section.tsx'
import { Timeline } from './timeline.tsx'

/** A text in the city's own words as somebody saved it; `saved` null returned to the standard. */
export type SavedWording = {
  readonly key: string
  readonly when: string
  readonly dateTime: string
  readonly who: string
  readonly saved: { readonly title?: string | undefined; readonly body: string } | null
}

/** Why a text was not saved, with what is in the fields now. `history` newest first. */
export const WordingRefusal = ({
  refusal,
  history,
  isTyped
}: {
  /** `changed`: a colleague was first; `standard`: there is nothing to return from. */
  readonly refusal: 'changed' | 'standard' | null
  readonly history: readonly SavedWording[]
  /** Whether the fields hold something that is not saved. */
  readonly isTyped: boolean
}): VNode | null => {
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

/** Who changed a text when, newest first, with every text that was in use. */
export const WordingHistory = ({ history }: { readonly history: readonly SavedWording[] }): VNode => (
  <Section title="変更の履歴">
    {history.length === 0 ? (
      <p>まだ変更されていません。標準の文面を使っています。</p>
    ) : (
      <Timeline
        entries={history.map(({ when, dateTime, who, saved }) => ({
          when,
          dateTime,
          who,
          what: saved === null ? '標準の文面に戻しました' : '市の文面を保存しました',
          detail:
            saved === null ? undefined : (
              <Disclosure summary={saved.title === undefined ? '保存した文面を見る' : `保存した文面：${saved.title}`}>
                <blockquote class="letter">{saved.body}</blockquote>
              </Disclosure>
            )
        }))}
      />
    )}
  </Section>
)

/** The way back to the standard text. */
export const ReturnToStandard = ({ action, basis }: { readonly action: string; readonly basis: string }): VNode => (
  <Section title="標準の文面に戻す">
    <p>いまの市の文面は、変更の履歴に残ります。</p>
    <PostForm action={action}>
      <input type="hidden" name="basis" value={basis} />
      <Button variant="secondary">標準の文面に戻す</Button>
    </PostForm>
  </Section>
)
