import type { VNode } from 'preact'
import type { Application, Attachment } from '../../src/applications/application.ts'
import type { AttachmentProblem } from '../../src/applications/attachment-problem.ts'
import type { Edition, Item } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import type { Scheme } from '../../src/scheme/scheme.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { formatFileSize } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { ItemAttachmentForms, ItemAttachments } from './item-attachments.tsx'

type Common = {
  readonly frame: PageFrame
  readonly application: Application
  readonly editable: boolean
  readonly limits: Scheme['attachmentLimits']
}

/** The files of one item on a page of their own: where an upload without script comes back when something was wrong. */
export const ItemAttachmentsPage = ({
  frame,
  application,
  editable,
  limits,
  item,
  itemWords,
  categoryNumber,
  attachments,
  problems,
  added
}: Common & {
  readonly item: Item
  readonly itemWords: string
  readonly categoryNumber: number
  readonly attachments: readonly Attachment[]
  readonly problems: readonly AttachmentProblem[]
  /** Names of files of the same request that were taken. */
  readonly added: readonly string[]
}): VNode => (
  <Layout page={frame}>
    {problems.length === 0 ? null : (
      <Notice tone="error" title="添付できなかったファイルがあります" live="alert">
        <ul>
          {problems.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
        {added.length === 0 ? null : <p>次のファイルは添付しました：{added.join('、')}</p>}
      </Notice>
    )}
    {editable ? null : <Notice>いまは変更できません。申請は提出済みか、取り下げ済みです。</Notice>}
    <p>
      <span class="item__code">{item.code}</span> {itemWords}
    </p>
    {editable ? <ItemAttachmentForms applicationId={application.id} itemCodes={[item.code]} /> : null}
    <ItemAttachments
      applicationId={application.id}
      itemCode={item.code}
      attachments={attachments}
      editable={editable}
      limits={limits}
    />
    <ButtonRow>
      <ButtonLink variant="secondary" href={`${paths.category(application.id, categoryNumber)}#item-${item.code}`}>
        入力に戻る
      </ButtonLink>
    </ButtonRow>
  </Layout>
)

/** Every file of an application by item, with how much room is left. */
export const AttachmentsPage = ({
  frame,
  application,
  editable,
  limits,
  edition,
  attachments
}: Common & { readonly edition: Edition; readonly attachments: readonly Attachment[] }): VNode => {
  const bytes = attachments.reduce((sum, { size }) => sum + size, 0)
  const items = edition.categories.flatMap<Item>((category) => category.items)
  const withFiles = items.filter(({ code }) => attachments.some(({ itemCode }) => itemCode === code))
  return (
    <Layout page={frame}>
      <p>
        添付ファイルは任意です。取組の裏付けになる資料があれば、各分野の項目のところで添付できます。いま
        {attachments.length}個、合わせて{formatFileSize(bytes)}（上限 {formatFileSize(limits.applicationBytes)}）です。
      </p>
      {withFiles.length === 0 ? <EmptyState title="添付ファイルはまだありません" /> : null}
      {editable ? (
        <ItemAttachmentForms applicationId={application.id} itemCodes={withFiles.map(({ code }) => code)} />
      ) : null}
      {withFiles.map(({ code, shortText }) => (
        <Section key={code} title={`${code} ${shortText}`}>
          <ItemAttachments
            applicationId={application.id}
            itemCode={code}
            attachments={attachments.filter(({ itemCode }) => itemCode === code)}
            editable={editable}
            limits={limits}
          />
        </Section>
      ))}
      <ButtonRow>
        <ButtonLink variant="secondary" href={paths.application(application.id)}>
          申請の画面に戻る
        </ButtonLink>
      </ButtonRow>
    </Layout>
  )
}
