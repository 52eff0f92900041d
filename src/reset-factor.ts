import { resetFactor } from './administration/reset-factor.ts'
import { runCommand, say } from './command.ts'
import { openService } from './service.ts'

/** `npm run reset-factor -- EMAIL`: lets somebody set up a lost second factor anew; the mail goes with the next worker. */
runCommand(async (config) => {
  const email = process.argv[2] ?? ''
  const service = await openService({ ...config, works: false, logLevel: 'silent' })
  try {
    const isDone = await resetFactor(service.context, email)
    say(
      isDone
        ? `${email} の二段階認証をリセットしました。次にログインするとき、認証アプリをもう一度設定します。`
        : `二段階認証を設定している人の中に、${email || 'メールアドレス（指定なし）'} は見つかりませんでした。`
    )
    if (!isDone) process.exitCode = 1
  } finally {
    await service.stop()
  }
})
