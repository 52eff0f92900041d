import { formatDateTime } from '../../views/format.ts'
import type { ExportEntry, ExportFacts } from './export-entry.ts'

const folders: Readonly<Record<string, string>> = {
  会社: '会社の情報と、担当者の一覧',
  申請: '申請ごとの回答、添付したファイル、経過、市が案件を開いた日',
  通知文: '市からお送りした通知文（PDF）',
  認定証: '認定証（PDF）と認定の記録',
  紹介ページ: '紹介ページの文章と画像',
  メール: '市からお送りしたメール'
}

/** What lies in an export and how to open it, in the words of those who open it. */
export const exportReadme = (
  { city, scheme, contact, companyName, madeAt }: ExportFacts,
  entries: readonly ExportEntry[]
): string => {
  const present = new Set(entries.map(({ path }) => path.split('/')[0] ?? ''))
  const lines = Object.entries(folders)
    .filter(([folder]) => present.has(folder))
    .map(([folder, what]) => `${folder}\r\n　　${what}`)
  return [
    `\u{FEFF}${city} ${scheme}`,
    `${companyName} 様のデータ`,
    '',
    `${formatDateTime(madeAt)}に書き出しました。このサイトが貴社について保存しているデータの写しです。`,
    '',
    '【入っているもの】',
    ...lines,
    'manifest.json',
    '　　すべてのファイルの一覧（大きさと、内容を確かめるためのSHA-256）',
    '',
    '【開き方】',
    'CSVのファイルは、Excelなどの表計算ソフトで開けます。JSONのファイルは、ほかのシステムに取り込むためのもので、内容はCSVと同じです。',
    'manifest.jsonの「missing」に名前があるファイルは、書き出せなかったものです。お手数ですが、下記までお知らせください。',
    '',
    '【入っていないもの】',
    '市の内部の記録（審査の途中の判定、ヒアリングの記録、委員の意見、ほかの職員の操作）は入っていません。ご覧になりたいときは、個人情報の開示請求などの手続きがあります。',
    '保存期間が過ぎて消去したものも入っていません。',
    '',
    '【お取扱い】',
    '担当者の氏名や従業員の人数などが含まれます。保管場所にご注意ください。',
    '',
    `お問い合わせ　${contact}`,
    ''
  ].join('\r\n')
}
