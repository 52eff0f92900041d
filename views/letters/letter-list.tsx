import type { VNode } from 'preact'
import type { LetterLine } from '../../src/letters/letter.ts'
import { paths } from '../../src/paths.ts'
import { Section } from '../components/section.tsx'
import { formatDate } from '../format.ts'

/** The letters of the city that were sent, each as its PDF. */
export const LetterList = ({ letters }: { readonly letters: readonly LetterLine[] }): VNode => (
  <ul class="letter-list">
    {letters.map(({ id, label, subject, issuedOn }) => (
      <li key={id}>
        <a href={paths.letter(id)}>
          {label}（PDF）　{formatDate(issuedOn)}
        </a>
        <br />
        {subject}
      </li>
    ))}
  </ul>
)

/** The letters under their own heading; nothing while there are none. */
export const LettersSection = ({
  title,
  letters
}: {
  readonly title: string
  readonly letters: readonly LetterLine[]
}): VNode | null =>
  letters.length === 0 ? null : (
    <Section title={title}>
      <LetterList letters={letters} />
    </Section>
  )
