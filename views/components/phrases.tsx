import type { VNode } from 'preact'

/**
 * A long name with the places where its line may end: after 「・」, and where katakana meets kanji. Browsers that know
 * phrases (`word-break: auto-phrase`) take such a compound for a single word and break it anywhere.
 */
export const Phrases = ({ text }: { readonly text: string }): VNode => (
  <span class="phrases">
    {text.split(/(?<=・)|(?<=[ァ-ヴー])(?=\p{Script=Han})/u).map((part, index) => (
      <>
        {index === 0 ? null : <wbr />}
        {part}
      </>
    ))}
  </span>
)
