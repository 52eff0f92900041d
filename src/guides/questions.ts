import { type GuideBlock, type GuideHeading, plainText } from './guide-block.ts'

/** A question with its answer as plain text. */
export type Question = { readonly question: string; readonly answer: string }

const linesIn = (block: GuideBlock): readonly string[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [plainText(block.children)]
    case 'list':
      return block.items.flatMap(linesOf)
    case 'quote':
      return linesOf(block.children)
    case 'table':
      return block.rows.map((row) => row.map(plainText).join('　'))
    case 'code':
      return [block.text]
    case 'rule':
      return []
  }
}

/** The words of blocks, one paragraph, item or row a line. */
const linesOf = (blocks: readonly GuideBlock[]): readonly string[] => blocks.flatMap(linesIn)

/** The questions of a guide: every heading that something other than a heading follows. */
export const questionsIn = (blocks: readonly GuideBlock[]): readonly Question[] => {
  const found: { heading: GuideHeading; answer: GuideBlock[] }[] = []
  for (const block of blocks)
    if (block.kind === 'heading') found.push({ heading: block, answer: [] })
    else found.at(-1)?.answer.push(block)
  return found
    .map(({ heading, answer }) => ({ question: plainText(heading.children), answer: linesOf(answer).join('\n') }))
    .filter(({ answer }) => answer.trim() !== '')
}

/** Questions and answers as search engines read them (schema.org, FAQPage). */
export const faqPage = (questions: readonly Question[]) => ({
  '@type': 'FAQPage',
  mainEntity: questions.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer }
  }))
})
