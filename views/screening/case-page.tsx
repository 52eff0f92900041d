import type { VNode } from 'preact'
import type { LetterLine } from '../../src/letters/letter.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import type { CaseFile } from '../../src/screening/case-file.ts'
import type { CaseMail } from '../../src/screening/case-mails.ts'
import type { CaseView } from '../../src/screening/case-view.ts'
import type { ReturnedItem } from '../../src/screening/returned-decisions.ts'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { formatCharacter } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { CaseHeading } from './case-heading.tsx'
import { CaseCategorySection } from './case-items.tsx'
import { MailsSection } from './case-mails.tsx'
import { type CaseEvent, HearingsSection, HistorySection } from './case-records.tsx'
import { ProfileChanges, ProfileSection } from './profile-section.tsx'
import { type PostedReading, ReadingSection } from './reading-section.tsx'
import { type PostedRoute, RenewalSection, type RenewalShown } from './renewal-section.tsx'
import { VerdictBar } from './verdict-bar.tsx'

/** What came back with an error: everything typed is kept. */
export type Returned = {
  readonly errors: readonly { readonly fieldId?: string; readonly message: string }[]
  readonly title: string
  readonly items: ReadonlyMap<string, ReturnedItem> | null
  readonly reading: PostedReading | null
  readonly route?: PostedRoute
}

export type CasePageProps = {
  readonly frame: PageFrame
  readonly file: CaseFile
  /** Null for an initial application. */
  readonly renewal: RenewalShown | null
  /** Whether decisions can be made now. */
  readonly editable: boolean
  readonly today: CalendarDate
  readonly nextMeetingOn: CalendarDate | null
  readonly correctionDeadline: CalendarDate | null
  readonly mails: readonly CaseMail[]
  readonly letters: readonly LetterLine[]
  readonly history: readonly CaseEvent[]
  /** Who looked into the case: the newest, and how many lines there are. */
  readonly views: { readonly views: readonly CaseView[]; readonly total: number }
  /** Characters of the company's name that its certificate could not show. */
  readonly unprintable: readonly string[]
  /** Whether it can still be withdrawn on behalf of the company. */
  readonly canWithdraw: boolean
  /** Null where the page shows what is stored. */
  readonly returned: Returned | null
}

const Decisions = ({
  file,
  renewal,
  editable,
  returned
}: Pick<CasePageProps, 'file' | 'renewal' | 'editable' | 'returned'>): VNode => {
  const review = renewal?.review ?? null
  const rows = file.edition.categories.map((category) => (
    <CaseCategorySection
      key={category.number}
      category={category}
      file={file}
      editable={editable}
      posted={returned?.items ?? null}
    />
  ))
  if (!editable)
    return (
      <div id="items">
        {rows}
        <VerdictBar file={file} review={review} editable={false} />
      </div>
    )
  return (
    <PostForm class="case-form" id="items" action={paths.itemDecisions(file.application.id)} novalidate>
      <input type="hidden" name="round" value={file.submission.round} />
      {rows}
      <VerdictBar file={file} review={review} editable />
    </PostForm>
  )
}

/** The case is long: what lies below its items, within reach from the top, and a mail that did not arrive in sight. */
const Contents = ({ file, renewal, mails }: Pick<CasePageProps, 'file' | 'renewal' | 'mails'>): VNode => {
  const failed = mails.filter(({ state }) => state === 'failed').length
  return (
    <nav class="case-contents" aria-label="このページの内容">
      <ul>
        {renewal === null ? null : (
          <li>
            <a href="#renewal">前回からの変更</a>
          </li>
        )}
        <li>
          <a href="#company">会社の概要と風土</a>
        </li>
        <li>
          <a href="#items">項目ごとの判定</a>
        </li>
        <li>
          <a href="#hearings">ヒアリング {file.hearings.length}</a>
        </li>
        <li>
          <a href="#mails">メール {mails.length}</a>
          {failed === 0 ? null : <StatusTag tone="error">{`失敗 ${failed}`}</StatusTag>}
        </li>
        <li>
          <a href="#history">経過</a>
        </li>
      </ul>
    </nav>
  )
}

/** Told while the company can still be asked, and not when its certificate cannot be made. */
const UnprintableName = ({ characters }: { readonly characters: readonly string[] }): VNode | null =>
  characters.length === 0 ? null : (
    <Notice tone="warning" title="このままでは認定証を作れません">
      <p>
        事業者名に、認定証の書体にない文字があります：{characters.map(formatCharacter).join('、')}
        。補正を依頼して、名称に使う文字を事業者に確かめてください。
      </p>
    </Notice>
  )

/** One case on one screen: answer, finding, decision; the verdict in sight; below it what was heard, sent and done. */
export const CasePage = (props: CasePageProps): VNode => {
  const { frame, file, renewal, editable, returned, canWithdraw } = props
  const { id } = file.application
  return (
    <Layout page={frame}>
      <CaseHeading
        file={file}
        today={props.today}
        nextMeetingOn={props.nextMeetingOn}
        correctionDeadline={props.correctionDeadline}
      />
      <Contents file={file} renewal={renewal} mails={props.mails} />
      {returned === null ? null : <ErrorSummary errors={returned.errors} title={returned.title} />}
      {file.application.status === 'withdrawn' ? <Notice>この申請は取り下げられました。</Notice> : null}
      <UnprintableName characters={props.unprintable} />
      {renewal === null ? null : (
        <RenewalSection file={file} renewal={renewal} editable={editable} posted={returned?.route ?? null} />
      )}
      <ProfileChanges file={file} />
      <ProfileSection file={file} />
      <Decisions file={file} renewal={renewal} editable={editable} returned={returned} />
      <ReadingSection file={file} editable={editable} posted={returned?.reading ?? null} />
      <HearingsSection hearings={file.hearings} />
      <MailsSection applicationId={id} mails={props.mails} letters={props.letters} />
      <HistorySection events={props.history} views={props.views} />
      {canWithdraw ? (
        <Section title="その他の手続き">
          <p>
            電話や書面で取下げの申出があったときは、<a href={paths.caseWithdrawal(id)}>申請の取下げを記録</a>
            できます。
          </p>
        </Section>
      ) : null}
    </Layout>
  )
}
