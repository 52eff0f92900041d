/** Why a self-check begins anew or is not whole, in words without blame. */
export type Hindrance =
  | { readonly kind: 'damaged' | 'unknown-edition' | 'no-answers' }
  | { readonly kind: 'unreadable'; readonly codes: readonly string[] }

export type HindranceWords = { readonly title: string; readonly text: string }

/** What the page says above an empty form, or above the answers that could be read. */
export const hindranceWords = (hindrance: Hindrance): HindranceWords => {
  switch (hindrance.kind) {
    case 'damaged':
      return {
        title: 'リンクから答えを読み取れませんでした',
        text: 'リンクの文字が欠けているか、変わっているようです。もう一度、元のリンクの全体を開いてください。リンクがないときは、ここからはじめられます。'
      }
    case 'unknown-edition':
      return {
        title: 'このリンクは、別のチェックシートのものです',
        text: 'いまのチェックシートに答えを移せないため、はじめから答えてください。'
      }
    case 'no-answers':
      return { title: 'リンクに答えが入っていません', text: 'ここから答えると、結果とリンクを作れます。' }
    case 'unreadable':
      return {
        title: '読み取れない答えがありました',
        text: `項目${hindrance.codes.join('、')}の答えを「まだ分からない」に戻しました。もう一度選んでください。`
      }
  }
}
