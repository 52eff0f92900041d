import type { VNode } from 'preact'
import type { LinkPicture } from '../../src/documents/link-picture.ts'
import { QrCode } from '../components/qr-code.tsx'
import { Section } from '../components/section.tsx'

/** The link that holds the answers: to keep, to pass on, to read from paper. */
export const LinkSection = ({ url, picture }: { readonly url: string; readonly picture: LinkPicture }): VNode => (
  <Section title="この結果を残す・共有する">
    <div class="check-link">
      <div class="check-link__text">
        <p>次のリンクを開くと、いつでもこの結果に戻れます。社内で見てもらうときにも使えます。</p>
        <div class="field">
          <label class="field__label" for="link">
            結果のリンク
          </label>
          <input class="input" id="link" type="text" value={url} readonly data-copied aria-describedby="link-hint" />
          <p class="hint" id="link-hint">
            リンクに入っているのは、項目の答えだけです。会社の名前などは入っていません。
          </p>
        </div>
        <div class="button-row">
          <button class="button button--secondary" type="button" data-copies hidden>
            リンクをコピーする
          </button>
          <button class="button button--secondary" type="button" data-shares hidden>
            共有する
          </button>
          <button class="button button--secondary" type="button" data-prints hidden>
            印刷する
          </button>
        </div>
        <p role="status" data-copy-status></p>
      </div>
      <QrCode title="この結果を開くQRコード" {...picture} />
    </div>
  </Section>
)
