/** What is said when a second factor is refused. */
export const factorProblems = {
  wrong: '認証コードが違います。アプリに表示されている新しい6桁の数字か、まだ使っていない回復コードを入力してください',
  'wrong-code':
    '数字が違います。上のQRコードを読み取ったアプリに、いま表示されている6桁の数字を入力してください。合わないときは、端末の時刻が正しいか確かめてください',
  'wrong-current':
    'いまの認証コードが違います。これまでのアプリの新しい6桁の数字か、まだ使っていない回復コードを入力してください',
  'too-many-wrong': '間違った認証コードが何度も入力されています。1時間ほど待ってから、もう一度お試しください',
  stale: 'ログインしてから時間がたっています。ログアウトして、もう一度ログインしてから変更してください',
  required: '市の職員と委員は、二段階認証をやめることができません'
} as const

/** The field beside which a refused set-up says why. */
export const fieldOfRefusal = {
  'wrong-code': 'code',
  'wrong-current': 'current',
  'too-many-wrong': 'current',
  stale: 'code'
} as const
