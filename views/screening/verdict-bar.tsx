import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { type CaseFile, type Obstacle, obstaclesOf } from '../../src/screening/case-file.ts'
import { acceptableItems } from '../../src/screening/new-decisions.ts'
import type { RenewalReview } from '../../src/screening/renewal.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { StickyBar } from '../components/sticky-bar.tsx'
import { Verdict } from '../components/verdict.tsx'

/** What an obstacle is called: 残り1項目が照会中. */
export const obstacleWords = (obstacle: Obstacle): string => {
  switch (obstacle.kind) {
    case 'undecided':
      return `残り${obstacle.itemCodes.length}項目が未判定`
    case 'queried':
      return `残り${obstacle.itemCodes.length}項目が照会中`
    case 'reading':
      return '「-」の読み方が未選択'
  }
}

const Standard = ({ verdict }: Pick<CaseFile, 'verdict'>): VNode =>
  verdict.meetsStandard === null ? (
    <>認定基準 判定できません</>
  ) : (
    <>
      認定基準 <Verdict passed={verdict.meetsStandard}>{verdict.meetsStandard ? '満たす' : '満たさない'}</Verdict>
    </>
  )

const Passed = ({ verdict }: Pick<CaseFile, 'verdict'>): VNode => {
  const numbers = verdict.passedCategoryNumbers
  return (
    <>
      合格 <Verdict passed={verdict.meetsStandard === true}>{numbers.length}分野</Verdict>
      {numbers.length > 0 ? `（${numbers.join('・')}）` : ''}
    </>
  )
}

const ObstacleLink = ({ obstacle }: { readonly obstacle: Obstacle }): VNode => (
  <a href={obstacle.kind === 'reading' ? '#reading-choice' : `#item-${obstacle.itemCodes[0]}`}>
    {obstacleWords(obstacle)}
  </a>
)

/** The step after the last decision: before the committee, or, for a renewal, wherever its way leads. */
const NextStep = ({ file, review }: { readonly file: CaseFile; readonly review: RenewalReview | null }): VNode => {
  const { id } = file.application
  if (review !== null && (review.choice === null || review.isOutdated))
    return <ButtonLink href="#renewal">進め方を選ぶ</ButtonLink>
  return review?.choice?.route === 'simplified' ? (
    <ButtonLink href={paths.caseDecision(id)}>認定の更新に進む</ButtonLink>
  ) : (
    <Button formaction={paths.caseAgenda(id)}>委員会に付す</Button>
  )
}

/** The official verdict as it stands, what is still open, and the next step. */
export const VerdictBar = ({
  file,
  review,
  editable
}: {
  readonly file: CaseFile
  /** Null for an initial application. */
  readonly review: RenewalReview | null
  readonly editable: boolean
}): VNode => {
  const obstacles = obstaclesOf(file)
  const acceptable = acceptableItems(file).length
  return (
    <StickyBar
      title="確認済みの判定"
      facts={[
        ...(file.verdict.rule === 'categories' ? [{ key: 'passed', content: <Passed verdict={file.verdict} /> }] : []),
        { key: 'standard', content: <Standard verdict={file.verdict} /> },
        ...(editable
          ? obstacles.map((obstacle) => ({ key: obstacle.kind, content: <ObstacleLink obstacle={obstacle} /> }))
          : [])
      ]}
      action={
        editable ? (
          <div class="case-actions">
            <Button variant={obstacles.length === 0 ? 'secondary' : 'primary'}>判定を保存</Button>
            {acceptable > 0 ? (
              <Button variant="secondary" name="action" value="accept-borne-out">
                裏付けのある項目をすべて認める（{acceptable}）
              </Button>
            ) : null}
            {obstacles.length === 0 ? <NextStep file={file} review={review} /> : null}
          </div>
        ) : undefined
      }
    />
  )
}
