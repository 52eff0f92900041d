import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { PostForm } from '../components/post-form.tsx'

/** The button that carries the answers over, and the way back. */
export const CarryForm = ({ code, children }: { readonly code: string; readonly children: string }): VNode => (
  <PostForm action={paths.selfCheckApplication}>
    <input type="hidden" name="c" value={code} />
    <ButtonRow>
      <Button>{children}</Button>
      <ButtonLink variant="secondary" href={`${paths.selfCheckResult}?c=${code}`}>
        セルフチェックの結果に戻る
      </ButtonLink>
    </ButtonRow>
  </PostForm>
)
