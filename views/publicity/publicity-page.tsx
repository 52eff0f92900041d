import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { PublicityValues } from '../../src/publicity/publicity-values.ts'
import type { ShownTexts } from '../../src/publicity/shown-texts.ts'
import { descriptionLimit, type StatementState, wordsLimit } from '../../src/publicity/statement.ts'
import { type Conflict, ConflictNotice } from '../applications/conflict-notice.tsx'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Fields } from '../components/fields.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { TextArea } from '../components/text-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { errorFor, type Problem, summaryOf } from '../form-state.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { PictureField } from './picture-field.tsx'
import { PublicityStanding } from './publicity-state.tsx'
import { ShownFields } from './shown-fields.tsx'

export type PublicityPageProps = {
  readonly frame: PageFrame
  readonly place: { readonly number: number; readonly isPublic: boolean }
  readonly state: StatementState
  /** What the fields hold: what is stored, or what was typed. */
  readonly values: PublicityValues
  /** The version of the save that the page was made from. */
  readonly version: number
  readonly texts: ShownTexts
  readonly problems: readonly Problem[]
  /** What a colleague saved in between; null where nobody did. */
  readonly conflict: Conflict | null
}

type FieldsProps = Pick<PublicityPageProps, 'values' | 'texts'> & {
  readonly problems: readonly Problem[]
}

const AtOnce = ({ values, texts, problems }: FieldsProps): VNode => (
  <Section title="すぐに公開する内容">
    <p>
      名称、フリガナ、法人番号、業種、認定番号、認定期間、合格した分野と確認された取組は、制度のきまりにより、すべての認定企業について公開します。
    </p>
    <Fields>
      <ShownFields shown={values.shown} texts={texts} />
      <TextField
        name="jobsUrl"
        label="求人のページ"
        hint="採用情報や求人票のアドレス。入力すると企業ページからリンクし、空にするとリンクをやめます。例：https://www.example.jp/recruit"
        required={false}
        type="url"
        value={values.jobsUrl}
        error={errorFor(problems, 'jobsUrl')}
      />
    </Fields>
  </Section>
)

const AfterApproval = ({ values, problems }: Omit<FieldsProps, 'texts'>): VNode => (
  <Section title="事務局が確認してから公開する内容">
    <p>
      保存すると事務局に送られ、確認のあとで公開されます。結果はメールでお知らせします。消したものは、すぐに公開をやめます。
    </p>
    <Fields>
      <TextArea
        name="words"
        label="紹介文"
        hint="働く人や求職者に伝えたいことを、自社の言葉で。改行もそのまま載ります"
        required={false}
        rows={7}
        limit={wordsLimit}
        value={values.words}
        error={errorFor(problems, 'words')}
      />
      <PictureField
        kind="photo"
        hash={values.photo}
        description={values.photoDescription}
        error={errorFor(problems, 'photoFile') ?? errorFor(problems, 'photo')}
      />
      <TextField
        name="photoDescription"
        label="写真の説明"
        hint={`写真を載せるときは必ず入力してください。画像が見えない人に読み上げられます。${descriptionLimit}文字まで。例：工場の前に並ぶ社員12人`}
        value={values.photoDescription}
        error={errorFor(problems, 'photoDescription')}
      />
      <PictureField
        kind="logo"
        hash={values.logo}
        description=""
        error={errorFor(problems, 'logoFile') ?? errorFor(problems, 'logo')}
      />
    </Fields>
  </Section>
)

const TakingBack = ({ state }: Pick<PublicityPageProps, 'state'>): VNode | null =>
  state.published === null && state.waiting === null ? null : (
    <Section title="紹介文・写真・ロゴの公開をやめる">
      <p>公開している内容も、確認待ちの内容も、すぐに取り下げます。ほかの項目はそのままです。</p>
      <PostForm action={paths.publicityWithdrawal}>
        <Button variant="danger">紹介文・写真・ロゴをすべて取り下げる</Button>
      </PostForm>
    </Section>
  )

/** What a certified company shows of itself: what takes effect at once, and what the secretariat approves. */
export const PublicityPage = (props: PublicityPageProps): VNode => {
  const { frame, place, state, values, version, texts, problems, conflict } = props
  return (
    <Layout page={frame}>
      <ErrorSummary errors={summaryOf(problems)} />
      {conflict === null ? null : <ConflictNotice {...conflict} />}
      <PublicityStanding place={place} state={state} />
      <PostForm action={paths.publicity} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="version" value={version} />
        <AtOnce values={values} texts={texts} problems={problems} />
        <AfterApproval values={values} problems={problems} />
        <ButtonRow>
          <Button name="step" value="save">
            {conflict === null ? '保存する' : 'この画面の内容で保存する'}
          </Button>
          <Button variant="secondary" name="step" value="preview" formaction={paths.publicityPreview}>
            保存せずに見え方を確かめる
          </Button>
        </ButtonRow>
      </PostForm>
      <TakingBack state={state} />
    </Layout>
  )
}
