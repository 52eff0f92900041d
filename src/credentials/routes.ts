import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../paths.ts'
import { rasterise } from '../pictures/raster.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { markPicture } from './badge-picture.ts'
import { bakePng, bakeSvg } from './bake-credential.ts'
import type { CredentialKey } from './credential-key.ts'
import { sendPublished } from './published.ts'
import { readCredential } from './read-credential.ts'

// Every download is signed and drawn: fewer a minute than pages.
const limited = { rateLimit: { max: 30, timeWindow: '1 minute' } } as const

type Baked = { readonly type: string; readonly content: string | Buffer }

const formats: Readonly<Record<string, (token: string, mark: string) => Promise<Baked>>> = {
  jwt: async (token) => ({ type: 'text/plain; charset=utf-8', content: token }),
  json: async (token) => ({
    type: 'application/vc; charset=utf-8',
    content: `${JSON.stringify(
      {
        '@context': 'https://www.w3.org/ns/credentials/v2',
        id: `data:application/vc+jwt,${token}`,
        type: 'EnvelopedVerifiableCredential'
      },
      null,
      2
    )}\n`
  }),
  svg: async (token, mark) => ({ type: 'image/svg+xml', content: bakeSvg(mark, token) }),
  png: async (token, mark) => ({ type: 'image/png', content: bakePng(await rasterise(mark, 2), token) })
}

/**
 * Certificates as verifiable credentials, for whoever holds the verification code: a credential says nothing that the
 * verification page does not, and a company hands it on as it hands on the certificate. Nothing is offered without a key.
 */
export const credentialRoutes = async (
  app: FastifyInstance,
  { context, key }: { readonly context: Context; readonly key: CredentialKey | null }
): Promise<void> => {
  app.get(paths.credentialImage, async (_request, reply) =>
    sendPublished(reply, 'image/svg+xml', markPicture(context.scheme))
  )

  for (const [format, bake] of Object.entries(formats))
    app.get(
      paths.credential(':code', format),
      { config: limited },
      async (request: FastifyRequest<{ Params: { code: string } }>, reply: FastifyReply) => {
        const token = key === null ? null : await readCredential(context, key, request.params.code)
        if (token === null) throw new NotFoundError(`credential ${request.params.code}`)
        const { type, content } = await bake(token, markPicture(context.scheme))
        return sendPublished(reply, type, content)
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="credential-${request.params.code}.${format}"`)
      }
    )
}
