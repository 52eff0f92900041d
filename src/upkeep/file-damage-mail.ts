import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'

/** What the nightly look at stored files found for the first time. */
export type FileDamage = { readonly damaged: readonly string[]; readonly missing: readonly string[] }

const list = (title: string, hashes: readonly string[]): string =>
  hashes.length === 0 ? '' : `${title}（${hashes.length}件）\n${hashes.map((hash) => `・${hash}`).join('\n')}\n\n`

/** Tells those who keep the portal running that stored files are lost or changed, and what to do. */
export const fileDamageMail = (scheme: Scheme, { damaged, missing }: FileDamage) => ({
  subject: `【要対応】保存したファイルに異常があります（${damaged.length + missing.length}件）`,
  text: `システム管理者 各位

夜間の点検で、保存したファイルに新しい異常が見つかりました。

${list('中身が保存したときと違うファイル（SHA-256）', damaged)}${list('記録にあるのに見当たらないファイル（SHA-256）', missing)}異常のあるファイルは、壊れたまま渡すことのないよう、開けなくなっています。
次の順に対応してください。

1. データベースのバックアップを、消えないように別の場所へ写します。
2. ディスクとデータベースのログに、異常の記録がないか確かめます。
3. 異常がなかった日のバックアップを別のところへ復元し、上のSHA-256のファイルを戻します。

同じファイルについて、このメールをもう一度お送りすることはありません。
現在の件数は、ポータルの「稼働状況」でご覧になれます。

${signature(scheme)}`
})
