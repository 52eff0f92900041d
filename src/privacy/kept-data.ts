import type { Retention } from '../scheme/retention.ts'

/** What becomes of data at the end of its time. */
export type Fate = 'deleted' | 'anonymised' | 'published' | 'city'

/** What a person reads for each fate. */
export const fateLabels: Readonly<Record<Fate, string>> = {
  deleted: '消去します',
  anonymised: 'だれのものか分からなくします',
  published: '公表した事実として残します',
  city: '市の文書の規程により取り扱います'
}

/** One kind of data that is kept, as the privacy page tells of it. */
export type KeptData = {
  readonly what: string
  readonly whose: string
  readonly why: string
  /** On what legal ground. */
  readonly ground: string
  readonly howLong: (retention: Retention) => string
  /** Why so long. */
  readonly whySoLong: string
  readonly fate: Fate
  /** What exactly happens then. */
  readonly afterwards: string
}

const act = '個人情報の保護に関する法律 第61条'
/** To carry out the scheme. */
const scheme = `認定制度の事務（${act}）`
const consent = `会社の選択（公開する内容は会社が選びます）と、認定制度の事務（${act}）`
const accountability = `審査の記録を残す責務と、安全管理措置（個人情報の保護に関する法律 第66条）`
const security = '安全管理措置（個人情報の保護に関する法律 第66条）'

const people = '事業者の担当者、職員、推進委員'

const kept = {
  account: {
    what: 'ログインに使うメールアドレスと氏名、最後にログインした日時',
    whose: people,
    why: '本人であることを確かめ、お知らせを送るため',
    ground: scheme,
    howLong: ({ accountYears }) => `どの会社にも市の役割にも属さなくなり、最後のログインから${accountYears}年たつまで`,
    whySoLong: '認定期間（3年）と同じ長さです。更新のときに同じアカウントでログインできます',
    fate: 'anonymised',
    afterwards: '氏名とアドレスを消し、記録の上では「削除された利用者」とします'
  },
  signIn: {
    what: 'ログイン中の記録（日時、ブラウザーの種類）、確認コードと2段階認証の情報（読み取れない形にしたもの）、市やGビズIDのログインとの対応',
    whose: people,
    why: 'ログインを続けるため。不正な利用を調べるため',
    ground: security,
    howLong: () => '有効な間（確認コードは10分、ログインは有効期限まで）。2段階認証の情報はアカウントがある間',
    whySoLong: '有効でなくなれば、必要がありません',
    fate: 'deleted',
    afterwards: '期限が切れた記録を毎晩消去します'
  },
  companyName: {
    what: '会社の名称、フリガナ、法人番号、所在地、業種、従業員数',
    whose: '事業者（個人事業主を含む）',
    why: '申請を審査するため。認定した事業者を公表するため',
    ground: scheme,
    howLong: ({ caseFiscalYears }) =>
      `申請や認定がある間。一度も申請せずに使われなくなった会社は、担当者のアカウントと同時に消去します。決定を受けた会社は、最後の案件が終わった年度の末から${caseFiscalYears}年を過ぎても残します`,
    whySoLong: '認定の事実（だれを、いつ認定したか）を後から確かめられるようにします',
    fate: 'published',
    afterwards: '申請をしなかった会社のものは消去します'
  },
  companyContact: {
    what: '代表者と担当者の氏名、メールアドレス、電話番号、ウェブサイト、事業内容、会社の風土',
    whose: '事業者の代表者、担当者',
    why: '申請を審査し、結果をお知らせするため',
    ground: scheme,
    howLong: ({ caseFiscalYears, accountYears }) =>
      `最後の案件が終わった年度の末から${caseFiscalYears}年を過ぎ、担当者が${accountYears}年ログインしなくなるまで`,
    whySoLong: '審査の記録と同じ長さです。連絡が続いている間は使います',
    fate: 'deleted',
    afterwards: '会社の名称などを残して消去します'
  },
  companyPeople: {
    what: '会社の担当者の一覧、同僚への招待（メールアドレス）',
    whose: '事業者の担当者',
    why: '会社の申請を扱える人を決めるため',
    ground: scheme,
    howLong: ({ invitationYears }) => `担当者でなくなるまで。招待は${invitationYears}年`,
    whySoLong: '招待は、応じた後は必要がありません',
    fate: 'deleted',
    afterwards: '消去します'
  },
  draft: {
    what: '提出していない申請の下書きと添付書類',
    whose: '事業者、その従業員（人数など）',
    why: '途中で保存して、あとから続けられるようにするため',
    ground: scheme,
    howLong: ({ draftYears, draftWarningDays: [first, second] }) =>
      `最後に保存した日から${draftYears}年。消す日の${first}日前と${second}日前にメールでお知らせします。一度保存すれば、そこからまた${draftYears}年残ります。更新の申請は、更新できる期間が終わるまで消しません`,
    whySoLong: '1年たつと、チェックシートで尋ねる年が変わります',
    fate: 'deleted',
    afterwards: '入力した内容と添付書類をすべて消去します。消去したという記録だけを残します'
  },
  caseContent: {
    what: '提出した申請の内容（チェックシート、会社の情報、代表者の氏名）と添付書類',
    whose: '事業者、その代表者、担当者、従業員（人数など）',
    why: '認定の基準を満たすかを確認するため',
    ground: scheme,
    howLong: ({ caseFiscalYears }) =>
      `案件が終わった（不認定、取下げ、認定期間の終了、辞退、取消し）年度の末から${caseFiscalYears}年`,
    whySoLong: '申請に対する処分の文書の、一般的な保存期間です',
    fate: 'deleted',
    afterwards: '内容と添付書類を消去します。決定の記録は残します'
  },
  files: {
    what: '添付書類、写真、文書のファイルそのもの',
    whose: '事業者、その従業員',
    why: '申請の内容や、公開する内容を確かめるため',
    ground: scheme,
    howLong: () => 'そのファイルを使う記録がある間',
    whySoLong: '記録と同じ長さです',
    fate: 'deleted',
    afterwards: 'どの記録からも使われなくなったファイルを消去します'
  },
  examination: {
    what: '審査の記録（項目ごとの判定と理由、補正のお願い、ヒアリングの参加者と内容）',
    whose: '事業者の代表者、担当者',
    why: '審査の経過を後から確かめられるようにするため',
    ground: scheme,
    howLong: ({ caseFiscalYears }) => `案件が終わった年度の末から${caseFiscalYears}年`,
    whySoLong: '申請に対する処分の文書の、一般的な保存期間です',
    fate: 'deleted',
    afterwards: '消去します'
  },
  decision: {
    what: '決定の記録（受付番号、認定番号、認定期間、決定の日と理由、取消しの手続き、認定証）',
    whose: '事業者',
    why: '認定した事実を、だれでも確かめられるようにするため',
    ground: `認定の公表と証明（${act}）`,
    howLong: () => '期間を定めずに残します',
    whySoLong: '交付した認定証の真偽を、期間が終わった後も確かめられるようにします',
    fate: 'published',
    afterwards: '消去しません'
  },
  cityPapers: {
    what: '市の文書（通知文、推進委員会の資料と議事録、委員の意見と出席）',
    whose: '事業者、推進委員',
    why: '市が行った手続きを記録するため',
    ground: '公文書の管理（市の文書の規程）',
    howLong: () => '市の文書の規程で定める期間',
    whySoLong: '市の公文書です。保存と廃棄は、このサイトではなく市の規程で決まります',
    fate: 'city',
    afterwards: '期間が終わると、規程により廃棄するか、歴史的な文書として残します'
  },
  publicity: {
    what: '紹介ページに載せる文章、写真、ロゴ、リンク',
    whose: '事業者、写真に写った人',
    why: '会社が選んだものを、事務局が確かめてから公開するため。写真に含まれる位置や機種の情報は、受け取ったときに取り除きます',
    ground: consent,
    howLong: ({ caseFiscalYears }) =>
      `会社が取り下げるまで公開します。記録は、最後の認定が終わった年度の末から${caseFiscalYears}年`,
    whySoLong: '何を公開したかを確かめられるようにします',
    fate: 'deleted',
    afterwards: '消去します。認定番号、名称、認定期間は、認定した事実として残ります'
  },
  history: {
    what: '手続きの記録（いつ、だれが、何をしたか）',
    whose: people,
    why: '審査の経過を後から確かめられるようにするため。書き換えられないように残します',
    ground: accountability,
    howLong: ({ caseFiscalYears }) =>
      `氏名はアカウントと同じ期間（市の職務として行ったものは残します）。文面は、案件が終わった年度の末から${caseFiscalYears}年`,
    whySoLong: '案件の記録と同じ長さです',
    fate: 'anonymised',
    afterwards: '氏名を「削除された利用者」とし、記入された文面を消します。いつ何が行われたかは残ります'
  },
  actor: {
    what: '操作した人の内部の番号',
    whose: people,
    why: '記録と、操作した人を結び付けるため',
    ground: accountability,
    howLong: () => 'アカウントと同じ期間',
    whySoLong: 'アカウントを消すと、だれの番号かは分からなくなります',
    fate: 'anonymised',
    afterwards: '「削除された利用者」を指します'
  },
  views: {
    what: '閲覧の記録（職員や委員が、どの案件を、どの日に何回開いたか）',
    whose: '職員、推進委員',
    why: '案件の情報が、職務のためだけに使われていることを確かめられるようにするため',
    ground: security,
    howLong: ({ caseFiscalYears }) => `案件が終わった年度の末から${caseFiscalYears}年`,
    whySoLong: '案件の記録と同じ長さです',
    fate: 'deleted',
    afterwards: '消去します'
  },
  office: {
    what: '職員と委員の役割（いつから、いつまで、だれが登録したか）',
    whose: '職員、推進委員',
    why: '役割に応じて見られる範囲を決めるため。審査した人を確かめられるようにするため',
    ground: accountability,
    howLong: () => '期間を定めずに残します',
    whySoLong: '市の職務として行った審査や決定の記録に必要です',
    fate: 'city',
    afterwards: '役割を離れて使われなくなったアカウントのメールアドレスは消去します'
  },
  mails: {
    what: '送ったメール（宛先、件名、本文）',
    whose: people,
    why: 'お知らせが届いたかを確かめるため',
    ground: scheme,
    howLong: ({ mailTextYears, mailYears, signInMailDays }) =>
      `本文は送った日から${mailTextYears}年、宛先と件名は${mailYears}年。確認コードは送った直後に消し、送ったという記録は${signInMailDays}日`,
    whySoLong: '軽易な往復文書の、一般的な保存期間です',
    fate: 'deleted',
    afterwards: '消去します'
  }
} satisfies Readonly<Record<string, KeptData>>

/** The kinds of data that are kept. */
export type KeptId = keyof typeof kept

/** Every kind of personal data that the portal keeps: the one table that the privacy page, the jobs and the test go by. */
export const keptData: Readonly<Record<KeptId, KeptData>> = kept
