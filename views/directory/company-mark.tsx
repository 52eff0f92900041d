import type { VNode } from 'preact'
import { monogramOf } from './monogram.ts'

/** A company's logo, or the first character of its name. The name stands beside it, so it says nothing by itself. */
export const CompanyMark = ({
  name,
  logoUrl,
  large = false
}: {
  readonly name: string
  readonly logoUrl: string | null
  readonly large?: boolean | undefined
}): VNode => (
  <span class={`company-mark${large ? ' company-mark--large' : ''}`} aria-hidden="true">
    {logoUrl === null ? monogramOf(name) : <img src={logoUrl} alt="" width={64} height={64} loading="lazy" />}
  </span>
)
