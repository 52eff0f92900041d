import type { FastifyInstance } from 'fastify'
import { editions } from '../checklist/index.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { achievement } from './credential.ts'
import type { CredentialKey } from './credential-key.ts'
import { findKey, storedKeys } from './key-store.ts'
import { statusListCredential } from './make-status-list.ts'
import { sendPublished } from './published.ts'
import { didDocument, issuerDocument, keySet, publishedKey } from './published-keys.ts'
import { signToken } from './sign-token.ts'
import { numbersEndedBy } from './status-store.ts'

const limited = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } } as const

/** What verifiers of credentials ask for: keys, issuer, achievement and status. Keys stay when no key signs any more. */
export const credentialKeyRoutes = async (
  app: FastifyInstance,
  { context, key }: { readonly context: Context; readonly key: CredentialKey | null }
): Promise<void> => {
  const { db, clock, baseUrl } = context

  app.get(paths.keySet, limited, async (_request, reply) =>
    sendPublished(reply, 'application/jwk-set+json', JSON.stringify(keySet(baseUrl, await storedKeys(db))))
  )

  app.get(paths.didDocument, limited, async (_request, reply) =>
    sendPublished(reply, 'application/did+json', JSON.stringify(didDocument(context, await storedKeys(db))))
  )

  app.get(paths.credentialIssuer, limited, async (_request, reply) =>
    sendPublished(reply, 'application/json', JSON.stringify(issuerDocument(context, await storedKeys(db))))
  )

  app.get<{ Params: { kid: string } }>(paths.credentialKey(':kid'), limited, async (request, reply) => {
    const found = await findKey(db, request.params.kid.replaceAll('\u0000', ''))
    if (found === null) throw new NotFoundError(`key ${request.params.kid}`)
    return sendPublished(reply, 'application/jwk+json', JSON.stringify(publishedKey(baseUrl, found)))
  })

  app.get<{ Params: { edition: string } }>(paths.credentialAchievement(':edition'), limited, async (request, reply) => {
    const edition = Object.values(editions).find(({ id }) => id === request.params.edition)
    if (edition === undefined) throw new NotFoundError(`edition ${request.params.edition}`)
    const content = {
      '@context': ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      ...achievement(context, edition.id)
    }
    return sendPublished(reply, 'application/json', JSON.stringify(content))
  })

  app.get(paths.credentialStatus, limited, async (_request, reply) => {
    if (key === null) throw new NotFoundError('no key signs a status list')
    const on = today(clock)
    const list = statusListCredential(context, await numbersEndedBy(db, on), on)
    return sendPublished(reply, 'application/vc+jwt', await signToken(list, { baseUrl, key, typ: 'vc+jwt' }))
  })
}
