import type { Visitor } from './visitor.ts'

/** What an applicant does on the way to an application, step by step on the pages. */

/** Registers the company, which begins its application. */
export const describeCompany = async (visitor: Visitor, name: string): Promise<void> => {
  await visitor.visit('/company/profile')
  await fillInCompany(visitor, name)
}

/** The same on the profile page that a visitor was led to. */
export const fillInCompany = async (visitor: Visitor, name: string): Promise<void> => {
  await visitor.fill(/^事業者名/, name)
  await visitor.fill(/^フリガナ/, 'ﾀﾏｶﾞﾜﾉｳｴﾝ')
  await visitor.tick('法人番号はない（個人事業主）')
  await visitor.fill(/^郵便番号/, '3510011')
  await visitor.fill(/^所在地/, '埼玉県朝霞市本町1丁目1番1号')
  await visitor.choose(/^業種/, '農業、林業')
  await visitor.fill(/^従業員数/, '７')
  await visitor.fill(/^代表者の役職/, '代表')
  await visitor.fill(/^代表者の氏名/, '玉川 実')
  await visitor.fill(/^担当者の氏名/, '玉川 実')
  await visitor.fill(/^担当者の電話番号/, '048-000-0200')
  await visitor.fill(/^会社の概要/, '市内の畑で、にんじんと里芋を育てています。')
  await visitor.fill(/^社風/, '朝は早いですが、午後3時には全員が帰ります。')
  await visitor.press('登録して申請をはじめる')
}

export const mark = async (visitor: Visitor, code: string): Promise<void> => {
  await visitor.page.locator(`input[name="mark.${code}"][value="checked"]`).check()
}

/** Makes the declarations of the application that was just begun; gives its path. */
export const beginApplication = async (visitor: Visitor): Promise<string> => {
  const path = visitor.path()
  await visitor.follow('関係法令などの宣言')
  await visitor.tick(/関係法令/)
  await visitor.press('保存してチェックシートへ進む')
  return path
}

/** The cheapest application: four marks in three categories, one entry each. */
export const fillInCheapest = async (visitor: Visitor): Promise<void> => {
  await mark(visitor, '1-1')
  await visitor.page.locator('[name="1-1.text"]').fill('「午後3時に帰る農園」を方針として掲げています。')
  await visitor.press('保存して一覧に戻る')
  await visitor.follow(/多様な働き方の推進/)
  await mark(visitor, '5-1')
  await visitor.page.locator('input[name="5-1.measures"][value="side_jobs"]').check()
  await mark(visitor, '5-2')
  await visitor.page.locator('[name="5-2.text"]').fill('出荷の時間に合わせて、出勤時間を自分で決められます。')
  await visitor.press('保存して一覧に戻る')
  await visitor.follow(/地域・社会貢献活動/)
  await mark(visitor, '7-2')
  await visitor.page.locator('[name="7-2.text"]').fill('小学校の芋掘り体験を毎年受け入れています。')
  await visitor.press('保存して一覧に戻る')
}

/** Confirms and sends the application whose task list is shown; gives the receipt number. */
export const sendApplication = async (visitor: Visitor, button: string | RegExp = '申請する'): Promise<string> => {
  await visitor.follow(/^内容を確認して(再)?提出する/)
  await visitor.tick(/記載内容は事実と相違ありません/)
  await visitor.press(button)
  return (await visitor.text()).match(/R\d+-\d{3}/)?.[0] ?? ''
}
