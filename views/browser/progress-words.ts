import type { Progress } from '../../src/scoring/index.ts'

/** How far a part is filled in, in words. */
export const progressWords: Readonly<Record<Progress, string>> = {
  not_started: '未着手',
  in_progress: '入力中',
  done: '完了'
}

/** The line under a category in the list of steps: a category that is done says what comes of it. */
export const stepWords = (progress: Progress, passed: boolean): string =>
  progress === 'done' && passed ? '合格見込み' : progressWords[progress]
