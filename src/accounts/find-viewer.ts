import type { FastifyRequest } from 'fastify'
import type { Database } from '../platform/database.ts'
import { findRole } from './account-store.ts'
import type { Authentication } from './authentication.ts'
import { headersOf } from './request-headers.ts'
import type { Viewer } from './viewer.ts'

/** Looks up which company a person acts for; given by the composition root, because companies know accounts. */
export type FindCompanyOf = (db: Database, userId: string) => Promise<Viewer['company']>

/** The person behind a request's session cookie, or null. */
export const makeFindViewer =
  (db: Database, authentication: Authentication, findCompanyOf: FindCompanyOf) =>
  async (request: FastifyRequest): Promise<Viewer | null> => {
    if (request.headers.cookie === undefined) return null
    const user = await authentication.findSession(headersOf(request))
    if (user === null) return null
    const role = (await findRole(db, user.id)) ?? 'company'
    const company = role === 'company' ? await findCompanyOf(db, user.id) : null
    return { userId: user.id, email: user.email, name: user.name || user.email, role, company }
  }
