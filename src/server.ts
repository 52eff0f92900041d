import { ConfigError, readConfig } from './config.ts'
import { FolderInUseError } from './platform/folder-lock.ts'
import { openService, startWorking } from './service.ts'
import { stopOnSignal } from './stop-on-signal.ts'

const say = (text: string): boolean => process.stdout.write(`${text}\n`)

/** Configuration → application → listen → stop gracefully. */
const serve = async (): Promise<void> => {
  const config = readConfig(process.env)
  const demo = config.demo ? await import('../fixtures/demo.ts') : null
  const service = await openService(
    config,
    demo === null ? {} : { demoPeople: demo.demoPeople, demoCredentialKey: await demo.makeDemoCredentialKey() }
  )
  await demo?.seed(service)
  const isStopping = stopOnSignal(service.stop)

  // Who is told that it serves may stop it in the same moment: it listens to both from here on.
  if (config.works) await startWorking(service)
  if (config.serves && !isStopping()) await service.app.listen({ port: config.port, host: config.host })

  say(`ワーク・ライフ・グッドバランス企業認定ポータル: ${config.baseUrl}`)
  if (demo !== null) say(demo.welcome(config.baseUrl))
}

/** What the person at the terminal can mend is said in a sentence; anything else with its trace. */
const describe = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof FolderInUseError) return error.message
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE')
    return `ポートが使用中です。PORT=3001 npm start のように、別のポートを指定してください。(${error.message})`
  return error.stack ?? error.message
}

serve().catch((error: unknown) => {
  process.stderr.write(`${describe(error)}\n`)
  process.exit(1)
})
