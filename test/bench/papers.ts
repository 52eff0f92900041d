import { writeFileSync } from 'node:fs'
import { papersPdf } from '../../src/committee/papers-pdf.ts'
import { samplePapers } from '../committee/sample-papers.ts'

/** Measures the papers of a meeting with thirty cases: `node test/bench/papers.ts [file]` also keeps the PDF. */

const round = (value: number): number => Math.round(value * 100) / 100

const measure = async (name: string, cases: number, reported: number): Promise<Buffer> => {
  const begun = performance.now()
  const { pdf, pages } = await papersPdf(samplePapers(cases, reported))
  const seconds = (performance.now() - begun) / 1000
  process.stdout.write(`${name}: ${pages} pages, ${round(pdf.length / 1024 / 1024)} MB, ${round(seconds)} s\n`)
  return pdf
}

await measure('1 case, fonts read', 1, 0)
const papers = await measure('30 cases, 25 renewals', 30, 25)
const [, , file] = process.argv
if (file !== undefined) writeFileSync(file, papers)
