import type { FastifyRequest } from 'fastify'
import { type PictureKind, pictureKinds, pictureProblem } from '../pictures/picture.ts'
import type { Context } from '../platform/context.ts'
import { isSha256 } from '../platform/files.ts'
import { type FieldProblem, type FormValues, parseForm, textOf } from '../platform/form.ts'
import { addPicture } from './add-picture.ts'
import { isOwnPicture } from './picture-store.ts'
import type { Publicity } from './publicity.ts'
import { publicityForm } from './publicity-form.ts'
import { type PostedForm, readPostedForm } from './read-posted-form.ts'

/** What was posted, with `photo` and `logo` as hashes of pictures that are kept, and what is wrong with it. */
export type PostedPublicity = {
  readonly values: FormValues
  readonly problems: readonly FieldProblem[]
  /** Null where there are problems. */
  readonly form: { readonly version: number; readonly publicity: Publicity } | null
}

type Owner = { readonly companyId: string; readonly by: string }
type Settled = { readonly hash: string; readonly problem: FieldProblem | null }

/** Which picture the form means: a new one, none, or the one it came with, which must be the company's own. */
const settle = async (context: Context, owner: Owner, kind: PictureKind, posted: PostedForm): Promise<Settled> => {
  const hash = textOf(posted.values, kind)
  const isOwn = isSha256(hash) && (await isOwnPicture(context.db, owner.companyId, hash, kind))
  const before = isOwn ? hash : ''
  const file = posted.files.get(kind)
  if (file !== undefined) {
    const added = await addPicture(context, { ...owner, kind, content: file })
    return added.ok
      ? { hash: added.sha256, problem: null }
      : { hash: before, problem: { field: `${kind}File`, message: pictureProblem(added.reason, kind) } }
  }
  return { hash: textOf(posted.values, `${kind}Removal`) === 'yes' ? '' : before, problem: null }
}

const undescribed: FieldProblem = {
  field: 'photoDescription',
  message: '写真に写っているものを、写真の説明に入力してください（例：工場の前に並ぶ社員12人）'
}

/**
 * Takes what a company's member posts: pictures that are fine are kept at once, so that a mistake elsewhere in the form
 * does not lose them, and the form goes on with their hashes.
 * @throws BadRequestError when the body breaks off or is no form
 */
export const takePostedPublicity = async (
  context: Context,
  request: FastifyRequest,
  owner: Owner
): Promise<PostedPublicity> => {
  const posted = await readPostedForm(request)
  const problems: FieldProblem[] = []
  const hashes: Record<string, string> = {}
  for (const kind of pictureKinds) {
    const settled = await settle(context, owner, kind, posted)
    hashes[kind] = settled.hash
    if (settled.problem !== null) problems.push(settled.problem)
  }
  const values = { ...posted.values, ...hashes }
  if (hashes.photo !== '' && textOf(values, 'photoDescription').trim() === '') problems.push(undescribed)
  const form = parseForm(publicityForm, values)
  if (!form.ok) return { values, problems: [...form.problems, ...problems], form: null }
  return { values, problems, form: problems.length === 0 ? form.value : null }
}
