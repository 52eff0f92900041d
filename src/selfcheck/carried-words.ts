import type { FilledMarks } from '../applications/filled-marks.ts'

/** What the company is told after its answers were carried over: how many, and which of the draft's own were kept. */
export const carriedWords = ({ filled, kept }: Pick<FilledMarks, 'filled' | 'kept'>): string => {
  const carried =
    filled.length > 0
      ? `セルフチェックの答えを${filled.length}項目引き継ぎました。`
      : 'セルフチェックから新しく引き継いだ答えはありません。'
  const codes = kept.map(({ code }) => code).join('、')
  return kept.length === 0 ? carried : `${carried}すでに違う答えがある項目（${codes}）は、そのまま残しました。`
}
