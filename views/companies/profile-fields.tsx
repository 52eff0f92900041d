import type { ComponentChildren, VNode } from 'preact'
import { Checkbox } from '../components/checkbox.tsx'
import { Fields } from '../components/fields.tsx'
import { NumberField } from '../components/number-field.tsx'
import { Section } from '../components/section.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextArea } from '../components/text-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { errorFor } from '../form-state.ts'

export type ProfileFieldsProps = {
  /** What the fields hold, by field name. */
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly { readonly field: string; readonly message: string }[]
  readonly industries: readonly { readonly code: string; readonly name: string }[]
  /** Most characters of the two texts about the company. */
  readonly aboutLimit: number
}

type Props = ProfileFieldsProps & { readonly stored?: Readonly<Record<string, string>> | undefined }

const StoredText = ({ text }: { readonly text: string }): VNode => (
  <div class="stored-text">
    <strong>いま保存されている内容：</strong>
    <span class="stored-text__text">{text === '' ? '（なし）' : text}</span>
  </div>
)

const fieldOf =
  ({ values, problems, stored }: Props) =>
  (name: string, label: string, hint?: ComponentChildren) => {
    const text = stored?.[name]
    return {
      name,
      label,
      value: values[name] ?? '',
      error: errorFor(problems, name),
      hint:
        text === undefined ? (
          hint
        ) : (
          <>
            {hint}
            <StoredText text={text} />
          </>
        )
    }
  }

const RepresentativeFields = (props: Props): VNode => {
  const field = fieldOf(props)
  return (
    <>
      <TextField
        {...field(
          'representativeTitle',
          '代表者の役職',
          '例：代表取締役。個人事業主の方は「代表」と入力してください。公開しません'
        )}
        required
        width="medium"
      />
      <TextField
        {...field('representativeName', '代表者の氏名', '申請は、代表者のお名前で行います。公開しません')}
        required
        width="medium"
      />
    </>
  )
}

/** Who the company is. */
export const CompanyFields = (props: Props): VNode => {
  const field = fieldOf(props)
  return (
    <Section title="事業者について">
      <Fields>
        <TextField
          {...field('name', '事業者名', '認定証にこのとおり記載し、認定後に公開します。個人事業主の方は屋号か氏名')}
          required
          autocomplete="organization"
        />
        <TextField
          {...field(
            'nameKana',
            'フリガナ',
            '例：カブシキガイシャ アサカ。ひらがなや半角でも入力できます。認定後に公開します'
          )}
          required
        />
        <TextField
          {...field('legalEntityNumber', '法人番号', '13桁の数字。会社を取り違えないために使い、認定後に公開します')}
          width="medium"
          inputmode="numeric"
          autocomplete="off"
        />
        <Checkbox
          name="noLegalEntityNumber"
          label="法人番号はない（個人事業主）"
          checked={props.values.noLegalEntityNumber === 'yes'}
        />
        <TextField
          {...field('postalCode', '郵便番号', '例：351-8501')}
          required
          width="short"
          inputmode="numeric"
          autocomplete="postal-code"
        />
        <TextField
          {...field(
            'address',
            '所在地',
            '市内の事業所の所在地。都道府県から入力してください。認定後、公開を選んだときだけ企業ページに載ります'
          )}
          required
        />
        <SelectField
          {...field(
            'industry',
            '業種',
            '日本標準産業分類の大分類。主な事業の業種を選んでください。業種別の平均と比べるために使い、認定後に公開します'
          )}
          required
          options={props.industries.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <NumberField
          {...field(
            'employees',
            '従業員数',
            '常時働いている人の数（パートタイムの方を含む）。認定後、公開を選んだときだけ「21〜50人」のような規模で載ります'
          )}
          required
          integer
          unit="人"
        />
        <RepresentativeFields {...props} />
      </Fields>
    </Section>
  )
}

/** What the committee reads besides the checklist. */
export const PresentationFields = (props: Props): VNode => {
  const field = fieldOf(props)
  return (
    <Section title="会社の紹介">
      <p>
        会社の概要と社風は、審査のときに推進委員会がチェックシートとあわせて読みます。認定後、公開を選んだときだけ企業ページに載ります。
      </p>
      <Fields>
        <TextArea
          {...field('business', '会社の概要', '何をしている会社か。事業の内容、主な商品やサービス、あゆみなど')}
          required
          rows={6}
          limit={props.aboutLimit}
        />
        <TextArea
          {...field(
            'culture',
            '社風・職場の雰囲気',
            '働く人の様子が伝わるように。大切にしていること、休みの取りやすさ、助け合いの例など'
          )}
          required
          rows={6}
          limit={props.aboutLimit}
        />
        <TextField
          {...field(
            'website',
            'ウェブサイト',
            '例：https://www.example.jp。認定後、公開を選んだときだけ企業ページに載ります'
          )}
          required={false}
          type="url"
          autocomplete="url"
        />
      </Fields>
    </Section>
  )
}

/** Whom the secretariat turns to. */
export const ContactFields = (props: Props): VNode => {
  const field = fieldOf(props)
  return (
    <Section title="事務局からの連絡先">
      <p>申請についての問い合わせや結果のお知らせに使います。公開することはありません。</p>
      <Fields>
        <TextField {...field('contactName', '担当者の氏名')} required width="medium" autocomplete="name" />
        <TextField
          {...field('contactEmail', '担当者のメールアドレス', '受付や結果のお知らせを、このアドレスに送ります')}
          required
          type="email"
          width="medium"
          autocomplete="email"
        />
        <TextField
          {...field('contactPhone', '担当者の電話番号', '例：048-463-1111')}
          required
          type="tel"
          width="medium"
          autocomplete="tel"
        />
      </Fields>
    </Section>
  )
}
