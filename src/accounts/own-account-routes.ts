import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AccountPage } from '../../views/accounts/account-page.tsx'
import { formatDateTime } from '../../views/format.ts'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type FieldProblem, formValues, parseForm, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { accountForm } from './account-form.ts'
import { findOwnAccount } from './account-store.ts'
import { changeName } from './change-name.ts'
import { viewerOf } from './guard.ts'

const roleWords = {
  company: '事業者の担当者',
  secretariat: '事務局',
  committee: '推進委員',
  administrator: 'システム管理者'
} as const

/** What is kept of one's own account, and correcting the name. */
export const ownAccountRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    posted?: { readonly name: string; readonly problems: readonly FieldProblem[] }
  ) => {
    const { userId, role, company } = viewerOf(request)
    const account = await findOwnAccount(context.db, userId)
    if (account === null) throw new NotFoundError(`account ${userId}`)
    const page = AccountPage({
      frame: request.frame({
        title: 'アカウント',
        breadcrumb: [{ href: homes[role], label: 'はじめの画面' }],
        hasErrors: posted !== undefined
      }),
      email: account.email,
      name: posted?.name ?? account.name,
      problem: posted?.problems[0]?.message,
      role: roleWords[role],
      companyName: company?.name ?? null,
      createdAt: formatDateTime(account.createdAt),
      lastSignedInAt: account.lastSignedInAt === null ? null : formatDateTime(account.lastSignedInAt),
      isCompanys: role === 'company'
    })
    return sendPage(reply, page, posted === undefined ? 200 : 422)
  }

  app.get(paths.account, (request, reply) => answer(request, reply))

  app.post(paths.account, async (request, reply) => {
    const { userId, name: before } = viewerOf(request)
    const form = parseForm(accountForm, request.body)
    if (!form.ok)
      return answer(request, reply, { name: textOf(formValues(request.body), 'name'), problems: form.problems })
    await changeName(context, { userId, name: form.value.name, before })
    return reply.setFlash('氏名を保存しました。').redirect(paths.account, 303)
  })
}
