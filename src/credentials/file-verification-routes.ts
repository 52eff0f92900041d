import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { FileVerificationPage } from '../../views/credentials/file-verification-page.tsx'
import { firstFileIn } from '../applications/uploaded-files.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { sendPage } from '../platform/page.ts'
import { type FileAnswer, type FileProblem, fileMegabytes, fileProblemWords } from './file-verification.ts'
import { readFileAnswer } from './read-file-answer.ts'

const fileBytes = fileMegabytes * 1024 * 1024

/** Whether a file that somebody was given is what the city issued. Open to everybody; nothing is kept. */
export const fileVerificationRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  await app.register(multipart)

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    { answer, problem }: { readonly answer: FileAnswer | null; readonly problem: FileProblem | null }
  ) => {
    const frame = request.frame({
      title: 'ファイルでの確認',
      hasErrors: problem !== null,
      breadcrumb: [
        { href: paths.home, label: 'トップページ' },
        { href: paths.verifications, label: '認定証の確認' }
      ]
    })
    const error = problem === null ? undefined : fileProblemWords[problem]
    const page = FileVerificationPage({ frame, answer, error, fileMegabytes })
    return sendPage(reply.header('x-robots-tag', 'noindex'), page, problem === null ? 200 : 422)
  }

  app.get(paths.fileVerification, async (request, reply) => show(request, reply, { answer: null, problem: null }))

  app.post(
    paths.fileVerification,
    {
      config: {
        formToken: { needless: 'it changes nothing and tells everybody the same, with cookies or without' },
        rateLimit: { max: 20, timeWindow: '1 minute' }
      }
    },
    async (request, reply) => {
      const content = await firstFileIn(request, fileBytes)
      if (typeof content === 'string') return show(request, reply, { answer: null, problem: content })
      const answer = await readFileAnswer(context, content)
      return show(request, reply, { answer, problem: answer === null ? 'unknown-kind' : null })
    }
  )
}
