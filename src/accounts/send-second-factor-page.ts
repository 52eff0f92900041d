import type { FastifyReply, FastifyRequest } from 'fastify'
import { type AppSetUp, SecondFactorPage } from '../../views/accounts/second-factor-page.tsx'
import { linkPicture } from '../documents/link-picture.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import type { FieldProblem } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import type { Authentication } from './authentication.ts'
import { beginEnrolment, isFresh } from './begin-enrolment.ts'
import { countRecoveryCodes, findFactor } from './factor-store.ts'
import { signedInOf } from './guard.ts'
import { appUri, typedSecret } from './one-time-code.ts'
import { isFactorRequired, type SignedIn } from './signed-in.ts'

type Deps = { readonly context: Context; readonly authentication: Authentication }

type Answer = {
  readonly returnTo: string
  readonly refused?: { readonly status: number; readonly problems: readonly FieldProblem[] }
}

const setUpOf = async ({ context, authentication }: Deps, signedIn: SignedIn): Promise<AppSetUp> => {
  const secret = await beginEnrolment(context, authentication, signedIn)
  const owner = { issuer: `${context.scheme.city} ${context.scheme.name}`, label: signedIn.viewer.email }
  return { picture: linkPicture(appUri(secret, owner)), secret: typedSecret(secret) }
}

/** Answers with the page of the own second factor. */
export const sendSecondFactorPage = async (
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  { returnTo, refused }: Answer
): Promise<FastifyReply> => {
  const { context, authentication } = deps
  const signedIn = signedInOf(request)
  const { viewer, step } = signedIn
  const factor = await findFactor(context.db, viewer.userId)
  const page = SecondFactorPage({
    frame: request.frame({
      title: '二段階認証',
      // Who has to set it up first can go nowhere else.
      ...(step === 'enrolment' ? {} : { breadcrumb: [{ href: paths.sessions, label: 'ログインの管理' }] }),
      hasErrors: refused !== undefined
    }),
    returnTo,
    factor: factor && {
      since: factor.since,
      recoveryCodesLeft: await countRecoveryCodes(context.db, viewer.userId)
    },
    setUp: isFresh(signedIn, context.clock.now()) ? await setUpOf(deps, signedIn) : null,
    required: isFactorRequired(viewer.role, authentication),
    awaited: step === 'enrolment',
    problems: refused?.problems ?? []
  })
  return sendPage(reply, page, refused?.status ?? 200)
}
