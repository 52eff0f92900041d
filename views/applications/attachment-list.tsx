import type { VNode } from 'preact'
import type { Attachment } from '../../src/applications/application.ts'
import { fileKindLabel } from '../../src/applications/file-kinds.ts'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { HeldNote } from '../components/held-note.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { formatFileSize } from '../format.ts'

/** The id of the form that files of an item are added and removed by. */
export const attachmentFormId = (itemCode: string): string => `attach-${itemCode}`

/** An attached file as any page lists it. */
export type ListedFile = Pick<Attachment, 'id' | 'itemCode' | 'fileName' | 'mediaType' | 'size' | 'sha256' | 'hold'>

const Hash = ({ sha256 }: { readonly sha256: string }): VNode => (
  <details class="file__proof">
    <summary>SHA-256</summary>
    <code>{sha256}</code>
  </details>
)

/** Attached files with size, kind and what proves them unchanged, for any reader; `hrefOf` leads to the file. */
export const AttachedFiles = ({
  files,
  hrefOf,
  actionOf,
  noteOf
}: {
  readonly files: readonly ListedFile[]
  readonly hrefOf: (file: ListedFile) => string
  readonly actionOf?: ((file: ListedFile) => VNode) | undefined
  /** More about a file, such as the day on which it came. */
  readonly noteOf?: ((file: ListedFile) => string) | undefined
}): VNode | null =>
  files.length === 0 ? null : (
    <ul class="file-list">
      {files.map((file) => (
        <li class="file" key={file.id}>
          <div class="file__text">
            {file.hold === 'infected' ? (
              <bdi>{file.fileName}</bdi>
            ) : (
              <a href={hrefOf(file)} download={file.fileName}>
                <bdi>{file.fileName}</bdi>
              </a>
            )}
            <span class="file__details">
              {fileKindLabel(file.mediaType)}・{formatFileSize(file.size)}
              {noteOf === undefined ? null : `・${noteOf(file)}`}
            </span>
            <HeldNote hold={file.hold} reader="owner" />
            <Hash sha256={file.sha256} />
          </div>
          {actionOf?.(file)}
        </li>
      ))}
    </ul>
  )

/** The company's own files of an item, each with a button to remove it while that is possible. */
export const AttachmentList = ({
  applicationId,
  attachments,
  editable,
  needsScript = false
}: {
  readonly applicationId: string
  readonly attachments: readonly ListedFile[]
  readonly editable: boolean
  /** Whether the buttons wait for the page's script, because pressing one leaves a form that is not saved. */
  readonly needsScript?: boolean | undefined
}): VNode => (
  <AttachedFiles
    files={attachments}
    hrefOf={({ id }) => paths.attachment(applicationId, id)}
    actionOf={
      editable
        ? ({ id, itemCode, fileName }) => (
            <span hidden={needsScript} data-with-script={needsScript ? '' : undefined}>
              <Button
                variant="text"
                small
                form={attachmentFormId(itemCode)}
                formaction={paths.attachmentRemoval(applicationId, id)}
                formenctype="application/x-www-form-urlencoded"
              >
                <VisuallyHidden>{fileName}を</VisuallyHidden>削除する
              </Button>
            </span>
          )
        : undefined
    }
  />
)
