import type { VNode } from 'preact'
import type { Wording } from '../../src/letters/wording.ts'
import { Disclosure } from '../components/disclosure.tsx'
import { Section } from '../components/section.tsx'
import { Timeline } from '../components/timeline.tsx'

/** A wording as somebody saved it; null returned to the standard. */
export type SavedEntry = {
  readonly key: string
  readonly when: string
  readonly dateTime: string
  readonly who: string
  readonly wording: Wording | null
}

/** Who changed a wording when, newest first, with every text that was in use. */
export const WordingHistory = ({ history }: { readonly history: readonly SavedEntry[] }): VNode => (
  <Section title="変更の履歴">
    {history.length === 0 ? (
      <p>まだ変更されていません。標準の文面を使っています。</p>
    ) : (
      <Timeline
        entries={history.map(({ when, dateTime, who, wording }) => ({
          when,
          dateTime,
          who,
          what: wording === null ? '標準の文面に戻しました' : '市の文面を保存しました',
          detail:
            wording === null ? undefined : (
              <Disclosure summary={`保存した文面：${wording.subject}`}>
                <blockquote class="letter">{wording.body}</blockquote>
              </Disclosure>
            )
        }))}
      />
    )}
  </Section>
)
