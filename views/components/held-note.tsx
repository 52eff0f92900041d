import type { VNode } from 'preact'
import type { Hold } from '../../src/scanning/file-scan.ts'

/** Who reads the note: whoever attached the file can do something about it, the others wait. */
type Reader = 'owner' | 'others'

const words: Readonly<Record<Reader, Readonly<Record<Hold, string>>>> = {
  owner: {
    waiting: 'ウイルス検査を待っています。待たずに次へ進めます。',
    infected: 'ウイルスが見つかったため、開けません。削除して、安全なファイルを添付し直してください。'
  },
  others: {
    waiting: 'ウイルス検査を待っています。終わると開けます。',
    infected: 'ウイルスが見つかったため、開けません。'
  }
}

/** Beside a file: that it waits for its scan for viruses, or that one was found. Nothing beside the others. */
export const HeldNote = ({
  hold,
  reader
}: {
  readonly hold: Hold | null | undefined
  readonly reader: Reader
}): VNode | null =>
  hold == null ? null : (
    <span class={hold === 'infected' ? 'file__hold file__hold--infected' : 'file__hold'}>
      {hold === 'infected' ? <span class="visually-hidden">エラー：</span> : null}
      {words[reader][hold]}
    </span>
  )
