import { type MadeDocument, makeDocument } from '../documents/document-pdf.ts'
import { meetingName } from './meeting.ts'
import { type Papers, papersBlocks } from './papers.ts'

/** The papers of a meeting as one PDF. The same papers give the same bytes. */
export const papersPdf = (papers: Papers): Promise<MadeDocument> => {
  const title = `${meetingName(papers.meeting)}　資料`
  return makeDocument({
    title,
    author: papers.scheme.city,
    createdAt: papers.madeAt,
    margin: 50,
    footer: `${title}（委員・事務局限り）`,
    blocks: papersBlocks(papers)
  })
}
