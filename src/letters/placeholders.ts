/** A name between double braces that a letter fills in: what it stands for, and an example for the preview. */
type Placeholder = { readonly name: string; readonly meaning: string; readonly sample: string }

/** What every letter knows of itself. */
export const commonPlaceholders = {
  companyName: { name: '事業者名', meaning: '宛先の事業者の名称', sample: '株式会社あさか製作所' },
  issuedOn: { name: '通知日', meaning: '通知を出す日', sample: '令和8年11月24日' },
  city: { name: '市名', meaning: '市の名称', sample: '朝霞市' },
  scheme: { name: '制度名', meaning: '認定制度の名称', sample: 'ワーク・ライフ・グッドバランス企業認定制度' },
  honour: { name: '称号', meaning: '認定を受けた事業者の呼び名', sample: 'ワーク・ライフ・グッドバランス企業' },
  committee: { name: '推進委員会', meaning: '意見を聴く委員会の名称', sample: '朝霞市産業振興基本計画推進委員会' },
  section: { name: '担当課', meaning: '事務局の課の名称', sample: '産業振興課' },
  phone: { name: '電話番号', meaning: '事務局の電話番号', sample: '048-000-0000' },
  email: { name: 'メールアドレス', meaning: '事務局のメールアドレス', sample: 'wlgb@example.jp' }
} as const satisfies Record<string, Placeholder>

/** What only some letters know. */
export const placeholders = {
  appliedOn: { name: '申請日', meaning: '申請が届いた日', sample: '令和8年10月5日' },
  receiptNumber: { name: '受付番号', meaning: '申請の受付番号', sample: 'R8-012' },
  number: { name: '認定番号', meaning: '認定の番号', sample: '第12号' },
  period: { name: '認定期間', meaning: '認定期間の初日と末日', sample: '令和8年12月1日から令和11年11月30日まで' },
  renewalCount: { name: '更新回数', meaning: '何回目の更新か', sample: '1回目' },
  certificateUrl: {
    name: '認定証のURL',
    meaning: '認定証（PDF）を受け取るページ',
    sample: 'https://wlgb.example.jp/certificates/0190a5c2-7c1e-7d4e-8a51-3f6b2c9d0e11'
  },
  verificationUrl: {
    name: '確認ページのURL',
    meaning: '認定証が有効であることを誰でも確かめられるページ',
    sample: 'https://wlgb.example.jp/verify/7KQ2-M9XT-4HDR'
  },
  renewalOpensOn: { name: '更新の受付開始日', meaning: '更新の申請ができるようになる日', sample: '令和11年6月3日' },
  renewalUntil: { name: '更新の申請期限', meaning: '認定期間の末日（曜日付き）', sample: '令和11年11月30日（金）' },
  renewalLateUntil: {
    name: '更新の最終期限',
    meaning: '認定期間が終わったあとも更新を申請できる期限（曜日付き）',
    sample: '令和12年2月28日（木）'
  },
  hearing: {
    name: '委員会の意見聴取',
    meaning: '委員会の意見を聴いたことを述べる文。聴いていないときは空',
    sample: '審査に当たっては、朝霞市産業振興基本計画推進委員会の意見を聴きました。'
  },
  reasons: {
    name: '理由',
    meaning: '事務局が入力した理由',
    sample: 'チェックシートの7分野のうち、合格は2分野でした。認定基準の3分野に届きませんでした。'
  },
  causes: {
    name: '理由',
    meaning: '事務局が入力した理由',
    sample: '法令を遵守しているとの申告と異なる事実が確認されたため。'
  },
  way: {
    name: '三分野までの道のり',
    meaning: '合格まであと何項目かの説明。基準を満たしているときは空',
    sample: '認定基準まで、「休暇の取得促進」であと1項目です。'
  },
  message: {
    name: '補正の内容',
    meaning: '事務局が入力した依頼の文',
    sample: '申請書の下記の項目について、内容を確かめたい点があります。お手数ですが、御確認をお願いします。'
  },
  questions: {
    name: '照会事項',
    meaning: '項目ごとにお尋ねすること。ないときは空',
    sample: '■ 3-1　年次有給休暇の取得率\n2025年の値の根拠となる資料を添付してください。'
  },
  deadline: { name: '回答期限', meaning: '回答の期限の日（曜日付き）', sample: '令和8年12月8日（火）' },
  url: { name: 'URL', meaning: '手続をするページ', sample: 'https://wlgb.example.jp/company' },
  renewalEnd: {
    name: '更新の申請の取扱い',
    meaning: '認定とともに終わる更新の申請について述べる文。更新の申請がないときは空',
    sample: '更新の申請（受付番号 R8-031）は、取り下げられたものとして終了します。'
  },
  revokedOn: { name: '取消日', meaning: '認定を取り消した日', sample: '令和8年12月22日' },
  surrenderedOn: { name: '辞退日', meaning: '認定が効力を失う日', sample: '令和8年11月24日' }
} as const satisfies Record<string, Placeholder>

export type PlaceholderKey = keyof typeof placeholders

export type CommonKey = keyof typeof commonPlaceholders
