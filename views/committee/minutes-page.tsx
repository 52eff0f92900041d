import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** A draft of the minutes to copy or to save, and of the secretariat's two wordings the other one. */
export const MinutesPage = ({
  frame,
  meetingId,
  text,
  naming,
  isSecretariat
}: {
  readonly frame: PageFrame
  readonly meetingId: string
  readonly text: string
  readonly naming: 'named' | 'nameless'
  readonly isSecretariat: boolean
}): VNode => {
  const query = isSecretariat && naming === 'nameless' ? '?names=none' : ''
  return (
    <Layout page={frame}>
      <p>会議の記録から作った下書きです。選択してコピーするか、ファイルに保存して、仕上げてください。</p>
      <pre class="minutes" lang="ja">
        {text}
      </pre>
      <ButtonRow>
        <ButtonLink href={`${paths.meetingMinutesText(meetingId)}${query}`}>テキストファイルを保存する</ButtonLink>
        {isSecretariat ? (
          <ButtonLink variant="secondary" href={paths.meetingMinutesTable(meetingId)}>
            CSVを保存する
          </ButtonLink>
        ) : null}
      </ButtonRow>
      {isSecretariat ? (
        <p>
          {naming === 'named' ? (
            <a href={`${paths.meetingMinutes(meetingId)}?names=none`}>委員の名前を出さない文にする</a>
          ) : (
            <a href={paths.meetingMinutes(meetingId)}>委員の名前を出した文にする</a>
          )}
        </p>
      ) : null}
    </Layout>
  )
}
