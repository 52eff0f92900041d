import type { VNode } from 'preact'
import type { Attachment } from '../../src/applications/application.ts'
import type { AttachmentProblem } from '../../src/applications/attachment-problem.ts'
import { fileKinds } from '../../src/applications/file-kinds.ts'
import { filesDestination } from '../../src/applications/files-destination.ts'
import { paths } from '../../src/paths.ts'
import type { Scheme } from '../../src/scheme/scheme.ts'
import { Button } from '../components/button.tsx'
import { FileField } from '../components/file-field.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { AttachmentList, attachmentFormId } from './attachment-list.tsx'

const accept = fileKinds.map(({ extension }) => `.${extension}`).join(',')

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024)

const kindNames = fileKinds.map(({ label }) => label).join('、')

/**
 * The forms that `ItemAttachments` sends its files and removals by, one an item, for pages whose answers can still be
 * changed. Forms must not stand within one another, so they stand outside of the form with the answers; buttons and
 * fields find them by their id. They come first: what is sent follows the order of the page, and the form token is checked
 * before a file is read.
 */
export const ItemAttachmentForms = ({
  applicationId,
  itemCodes
}: {
  readonly applicationId: string
  readonly itemCodes: readonly string[]
}): VNode => (
  <>
    {itemCodes.map((code) => (
      <PostForm
        key={code}
        hidden
        id={attachmentFormId(code)}
        action={paths.itemAttachments(applicationId, code)}
        enctype="multipart/form-data"
      />
    ))}
  </>
)

const Problems = ({ problems }: { readonly problems: readonly AttachmentProblem[] }): VNode | null =>
  problems.length === 0 ? null : (
    <Notice tone="error" title="添付できなかったファイルがあります">
      <ul>
        {problems.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Notice>
  )

type Props = {
  readonly applicationId: string
  readonly itemCode: string
  /** The files of this item. */
  readonly attachments: readonly Attachment[]
  readonly editable: boolean
  /** Whether it stands among answers that are not saved yet. */
  readonly within?: 'answers' | undefined
  /** Files of the request before that were not taken. */
  readonly problems?: readonly AttachmentProblem[] | undefined
  readonly limits: Scheme['attachmentLimits']
}

const Chooser = ({ itemCode, limits }: Props): VNode => (
  <FileField
    id={`files-${itemCode}`}
    name={`files-${itemCode}`}
    form={attachmentFormId(itemCode)}
    label={`${itemCode}の添付ファイル`}
    required={false}
    hint={`${kindNames}。1つ${megabytes(limits.fileBytes)} MBまで、申請全体で${megabytes(limits.applicationBytes)} MBまで。いくつかまとめて選べます。`}
    accept={accept}
    multiple
  />
)

const OnItsOwn = (props: Props): VNode => (
  <>
    <Chooser {...props} />
    <div data-without-script="">
      <Button variant="secondary" small form={attachmentFormId(props.itemCode)}>
        選んだファイルを添付する
      </Button>
    </div>
  </>
)

/** Sending files would leave the answers behind: without script they are saved first, and the files have their own page. */
const AmongAnswers = (props: Props): VNode => (
  <>
    <div hidden data-with-script="">
      <OnItsOwn {...props} />
    </div>
    <div data-without-script="">
      <Button variant="secondary" small name="destination" value={filesDestination(props.itemCode)}>
        {props.attachments.length === 0 ? '保存してファイルを付ける' : '保存してファイルを付ける・削除する'}
      </Button>
    </div>
  </>
)

/**
 * The files of one item, with a field to add more. Without script a button sends them, or leads to their own page where
 * they stand among answers; with `upload.js` they are sent as soon as they are chosen. The page must hold
 * `ItemAttachmentForms` outside of its own form.
 */
export const ItemAttachments = (props: Props): VNode => {
  const { applicationId, itemCode, attachments, editable, within, problems = [], limits } = props
  return (
    <div
      class="attachments"
      data-attachments={itemCode}
      data-max-bytes={limits.fileBytes}
      data-sign-in-url={paths.signIn}
    >
      <div data-attachment-list="">
        <AttachmentList
          applicationId={applicationId}
          attachments={attachments}
          editable={editable}
          needsScript={within === 'answers'}
        />
      </div>
      <Problems problems={problems} />
      {editable ? (
        <>
          {within === 'answers' ? <AmongAnswers {...props} /> : <OnItsOwn {...props} />}
          <div class="attachments__progress" role="status" data-upload-status="" />
          <div role="alert" data-upload-alert="" />
        </>
      ) : null}
    </div>
  )
}
