type Details = Readonly<Record<string, unknown>>

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** What the history of a meeting says of each kind of event. Opinions are told of, never quoted. */
const words: Readonly<Record<string, (details: Details) => string>> = {
  'meeting-called': () => '会議を追加しました',
  'meeting-changed': (details) => `日にちと場所を変更しました（${text(details.heldOn)}　${text(details.place)}）`,
  'members-invited': (details) => `委員${text(details.members)}人に開催案内を送りました`,
  'members-reminded': (details) => `意見をまだ入力していない委員${text(details.members)}人に、メールでお願いしました`,
  'papers-made': (details) => `資料（${text(details.pages)}ページ）を作りました`,
  'papers-announced': (details) => `資料の準備ができたことを委員${text(details.members)}人にメールで知らせました`,
  'opinion-given': (details) => `${text(details.number)}に意見を入力しました`,
  'opinion-changed': (details) => `${text(details.number)}への意見を変更しました`,
  'meeting-cancelled': (details) => {
    const members = details.members === 0 ? '' : `。委員${text(details.members)}人にメールで知らせました`
    return `会議を取りやめました（理由：${text(details.reason)}）${members}`
  },
  'meeting-closed': (details) =>
    `会議を終了しました（意見を聴いた案件${text(details.heard)}件、持ち越し${text(details.heldOver)}件${
      details.reported === undefined ? '' : `、事後報告${text(details.reported)}件`
    }）`
}

/** A line of a meeting's history in words; a kind without words of its own is still shown. */
export const meetingHistoryWords = (kind: string, details: Details): string => words[kind]?.(details) ?? kind
