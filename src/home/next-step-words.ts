import type { NextAction, NextLink } from '../../views/companies/company-home-page.tsx'
import { formatDate, formatNumber, formatPeriod } from '../../views/format.ts'
import type { HeldPeriod } from '../certificates/certificate-store.ts'
import { paths } from '../paths.ts'
import type { NextStep } from './next-step.ts'

type Next = { readonly text: string; readonly action: NextAction | null; readonly besides?: NextLink }

const begin: NextAction = { label: '申請をはじめる', href: paths.applications, method: 'post' }

/** For who has not applied yet, or not with success. */
const selfCheck: NextLink = { label: '先にセルフチェックで見込みを確かめる', href: paths.selfCheck }

const beginTexts = {
  nothing: 'チェックシートに答えて、認定を申請できます。途中で保存して、あとから続けられます。',
  refused: '前回の申請は、認定に至りませんでした。見直したうえで、もう一度申請できます。',
  withdrawn: '前回の申請は取り下げられました。もう一度申請できます。',
  ended: '前回の認定は終わりました。もう一度申請できます。'
} as const

const waitTexts: Readonly<Record<string, string>> = {
  submitted: '申請を受け付けました。事務局の確認が始まるまでお待ちください。',
  screening: '事務局が申請の内容を確認しています。確認が終わるまでお待ちください。',
  awaiting_committee: '事務局の確認が終わり、推進委員会の意見を聴くところです。',
  heard: '推進委員会の意見を聴き終わりました。市の決定をお待ちください。'
}

const certificate = ({ certificateId }: HeldPeriod): NextAction | null =>
  certificateId === null
    ? null
    : { label: '認定証を開く（PDF）', href: paths.certificate(certificateId), method: 'get' }

const heldWords = ({ held, opensOn }: Extract<NextStep, { kind: 'hold' }>): Next => {
  const opening = opensOn === null ? '' : `更新の申請は、${formatDate(opensOn)}からできます。`
  const onPaper = held.certificateId === null ? '認定証は書面でお渡ししています。' : ''
  return { text: `認定期間は${formatPeriod(held.period)}です。${opening}${onPaper}`, action: certificate(held) }
}

const renew: NextAction = { label: '更新の申請をはじめる', href: paths.renewals, method: 'post' }

const daysLeftWords = (days: number): string => (days === 0 ? '今日まで' : `あと${formatNumber(days)}日`)

const ease = '前回の内容が入っているので、変わったところと新しい数字だけ入力すれば済みます。'

const renewWords = ({ held, window }: Extract<NextStep, { kind: 'renew' }>): Next => {
  const end = formatDate(held.period.endsOn)
  const text =
    window.kind === 'open'
      ? `認定期間は${end}に終わります（${daysLeftWords(window.daysLeft)}）。いま更新を申請できます。${ease}`
      : `認定期間は${end}に終わりました。更新の申請は、${formatDate(window.until)}まで受け付けます。${ease}`
  return { text, action: renew }
}

/** The next step as the company reads it: one sentence and one button, and what one may do before. */
export const nextStepWords = (step: NextStep): Next => {
  const get = (text: string, label: string, href: string): Next => ({ text, action: { label, href, method: 'get' } })
  switch (step.kind) {
    case 'fill-in-profile':
      return {
        ...get(
          '会社の情報を登録してください。登録すると、そのまま申請をはじめられます。',
          '会社の情報を登録する',
          paths.profile
        ),
        besides: selfCheck
      }
    case 'continue':
      return step.application.kind === 'renewal'
        ? get('入力中の更新の申請があります。', '更新の申請を続ける', paths.renewal(step.application.id))
        : get('入力中の申請があります。', '申請の入力を続ける', paths.application(step.application.id))
    case 'correct':
      return get(
        '事務局から補正のお願いがあります。内容を確かめて、直してから再提出してください。',
        'お願いの内容を見る',
        paths.applicationStatus(step.application.id)
      )
    case 'wait':
      return get(
        waitTexts[step.application.status] ?? '申請を受け付けています。',
        '申請の状況を見る',
        paths.applicationStatus(step.application.id)
      )
    case 'hold':
      return heldWords(step)
    case 'renew':
      return renewWords(step)
    case 'begin':
      return { text: beginTexts[step.after], action: begin, besides: selfCheck }
  }
}
