import type { ComponentChildren, VNode } from 'preact'

/** Stored files with what proves them: size, kind, SHA-256. */
export const FileList = ({
  files
}: {
  readonly files: readonly {
    readonly key: string
    readonly name: string
    readonly href?: string | undefined
    readonly details: readonly string[]
    readonly sha256?: string | undefined
    readonly action?: ComponentChildren
  }[]
}): VNode => (
  <ul class="file-list">
    {files.map(({ key, name, href, details, sha256, action }) => (
      <li class="file" key={key}>
        <div class="file__text">
          {href ? <a href={href}>{name}</a> : <span>{name}</span>}
          <span class="file__details">{details.join('・')}</span>
          {sha256 ? (
            <span class="file__hash">
              SHA-256 <code>{sha256}</code>
            </span>
          ) : null}
        </div>
        {action}
      </li>
    ))}
  </ul>
)
