import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { readings } from '../../src/scheme/readings.ts'
import type { NotApplicableReading } from '../../src/scoring/index.ts'
import type { CaseFile } from '../../src/screening/case-file.ts'
import { Button } from '../components/button.tsx'
import { Fields } from '../components/fields.tsx'
import { PostForm } from '../components/post-form.tsx'
import { RadioGroup } from '../components/radio-group.tsx'
import { Section } from '../components/section.tsx'
import { TextArea } from '../components/text-area.tsx'
import { formatDateTime } from '../format.ts'

/** What each reading of 「-」 is called. */
export const readingLabels: Readonly<Record<NotApplicableReading, string>> = {
  leaves_denominator: '「-」を母数から除く',
  counts_as_unchecked: '「-」をチェックなしと数える'
}

/** What was typed about the reading and came back. */
export type PostedReading = {
  readonly reading: string
  readonly reason: string
  readonly errors: Readonly<Record<string, string | undefined>>
}

const consequence = (file: CaseFile, reading: NotApplicableReading): string => {
  const verdict = file.bothReadings?.verdicts[reading]
  if (verdict === undefined) return ''
  const numbers = verdict.passedCategoryNumbers
  const passed = `合格 ${numbers.length}分野${numbers.length > 0 ? `（${numbers.join('・')}）` : ''}`
  return `${passed}、認定基準 ${verdict.meetsStandard ? '満たす' : '満たさない'}`
}

const Chosen = ({ file }: { readonly file: CaseFile }): VNode | null =>
  file.readingChoice === null ? null : (
    <p>
      いまの選択：<strong>{readingLabels[file.readingChoice.reading]}</strong>（{file.readingChoice.chosenByName}、
      {formatDateTime(file.readingChoice.chosenAt)}）　理由：{file.readingChoice.reason}
    </p>
  )

/** Both readings of 「-」 with what each leads to, and the choice; only where the two lead to different results. */
export const ReadingSection = ({
  file,
  editable,
  posted
}: {
  readonly file: CaseFile
  readonly editable: boolean
  readonly posted: PostedReading | null
}): VNode | null => {
  if (file.bothReadings?.differ !== true && file.readingChoice === null) return null
  return (
    <Section title="「-」の読み方" id="reading-choice">
      <p>
        {readings.notApplicable.question}
        市の資料に定めがないため、結果が変わるこの案件では、事務局が理由を付けて選びます。
      </p>
      <Chosen file={file} />
      {editable && file.bothReadings?.differ === true ? (
        <PostForm action={paths.reading(file.application.id)} novalidate>
          <Fields>
            <RadioGroup
              name="reading"
              label="この案件での読み方"
              required
              value={posted?.reading ?? file.readingChoice?.reading}
              error={posted?.errors.reading}
              options={(['leaves_denominator', 'counts_as_unchecked'] as const).map((reading) => ({
                value: reading,
                label: readingLabels[reading],
                hint: consequence(file, reading)
              }))}
            />
            <TextArea
              name="reading-reason"
              label="選んだ理由"
              required
              rows={2}
              value={posted?.reason ?? ''}
              error={posted?.errors['reading-reason']}
            />
            <div>
              <Button variant="secondary">読み方を記録</Button>
            </div>
          </Fields>
        </PostForm>
      ) : null}
    </Section>
  )
}
