import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** In place of the page of a company whose certification is over: nothing of the company, which agreed to be shown while it held. */
export const EndedPage = ({
  frame,
  currentNumber
}: {
  readonly frame: PageFrame
  /** By which number the company is certified now; null where it is not. */
  readonly currentNumber: number | null
}): VNode => (
  <Layout page={frame}>
    <p>この番号の認定は終わったため、企業の紹介もここでは終わりました。</p>
    {currentNumber === null ? (
      <p>
        お手元に認定証があるときは、<a href={paths.verifications}>認定証の確認</a>
        で、有効かどうかを確かめられます。
      </p>
    ) : (
      <p>
        この企業は、新しい番号で認定されています。
        <a href={paths.publicCompany(currentNumber)}>第{currentNumber}号のページを見る</a>
      </p>
    )}
    <ButtonRow>
      <ButtonLink href={paths.companies}>いま認定されている企業を見る</ButtonLink>
    </ButtonRow>
  </Layout>
)
