import type { TestApp } from './app.ts'
import type { Browser } from './browser.ts'
import { official } from './cases.ts'
import type { World } from './world.ts'

/** Finds who may post to a route: the person of the company it concerns, an official, or a visitor where nobody signs in. */
export type FindRightful = (url: string, world: World) => Promise<Browser>

const secretariats =
  /^\/(cases|certificates|certifications|reports|committee-members|meetings|publicity|renewals\/|settings)/

/** Signs the officials in once; a company's person anew each time, since every world has its own. */
export const rightfulPeople = async (portal: TestApp): Promise<FindRightful> => {
  const committee = await portal.signIn(await official(portal.context, 'committee', '委員 太郎'))
  const secretariat = await portal.signIn(await official(portal.context, 'secretariat', '事務局 太郎'))
  const administrator = await portal.signIn(await official(portal.context, 'administrator', '管理 太郎'))
  return async (url, { owner }) => {
    if (url.startsWith('/administration')) return administrator
    if (url.endsWith('/opinion')) return committee
    if (secretariats.test(url)) return secretariat
    return /^\/(sign-in|dev|verify)/.test(url) ? portal.visitor() : portal.signIn(owner)
  }
}
