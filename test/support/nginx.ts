import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** nginx with the portal's own configuration, on other ports and with a certificate of the day. */
export type Nginx = {
  /** What was asked for so far, as the configuration tells it. */
  readonly accessLog: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** Where everything is that the configuration leaves to the place. */
export type Place = {
  readonly folder: string
  readonly host: string
  readonly tls: number
  readonly plain: number
  readonly processes: readonly [number, number]
}

const mainPart = (folder: string): string => `
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  default_type application/octet-stream;
  types { text/html html; }
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  include ${folder}/wlgb.conf;
}`

const settle = (text: string, { folder, host, tls, plain, processes }: Place): string =>
  text
    .replaceAll('listen 443', `listen 127.0.0.1:${tls}`)
    .replaceAll('listen 80', `listen 127.0.0.1:${plain}`)
    .replaceAll('wlgb.example.jp', host)
    .replaceAll('/etc/ssl/wlgb', folder)
    .replaceAll('/var/log/nginx', folder)
    .replaceAll('/opt/wlgb/current', process.cwd())
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${processes[0]}`)
    .replaceAll('127.0.0.1:3001', `127.0.0.1:${processes[1]}`)

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(socket.destroy() !== null))
    socket.once('error', () => resolve(false))
  })

/** Starts Debian's nginx on .deploy/nginx.conf with a certificate that it signs itself. */
export const startNginx = async (place: Place): Promise<Nginx> => {
  const { folder, host, tls } = place
  await mkdir(folder, { recursive: true })
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${host}`],
    ...[
      '-addext',
      `subjectAltName=DNS:${host}`,
      '-keyout',
      join(folder, 'privkey.pem'),
      '-out',
      join(folder, 'fullchain.pem')
    ]
  ])
  await writeFile(join(folder, 'wlgb.conf'), settle(await readFile('.deploy/nginx.conf', 'utf8'), place))
  await writeFile(join(folder, 'nginx.conf'), mainPart(folder))
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'inherit', 'inherit']
  })
  const ended = once(child, 'exit')
  while (!(await accepts(tls))) if (child.exitCode !== null) throw new Error('nginx did not start')
  return {
    accessLog: () => readFile(join(folder, 'wlgb.log'), 'utf8'),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    }
  }
}
