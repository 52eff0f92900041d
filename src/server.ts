import { runCommand, say } from './command.ts'
import type { Config } from './config.ts'
import { openService, startWorking } from './service.ts'
import { stopOnSignal } from './stop-on-signal.ts'

/** Configuration → application → listen → stop gracefully. */
const serve = async (config: Config): Promise<void> => {
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

runCommand(serve)
