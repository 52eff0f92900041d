import { formatCharacter, formatDate } from '../../views/format.ts'
import { statusLabels } from '../applications/application-status.ts'
import type { DecisionProblem } from './decision.ts'

/** Why a decision cannot be taken, in words that say what to do. */
export const problemWords = (problem: DecisionProblem): string => {
  switch (problem.kind) {
    case 'status':
      return `この申請は「${statusLabels[problem.status]}」の状態です。決定できるのは、推進委員会の意見を聴いた「${statusLabels.heard}」の申請と、再審査なしで進める「${statusLabels.screening}」の更新の申請です`
    case 'not-examined':
      return '確認の終わっていない項目か、「-」の数え方を選んでいない項目があります。案件の画面で確認を終えてください'
    case 'route-outdated':
      return '進め方を選んだあとに、再審査の要否についての提案が変わりました。案件の画面で、進め方を選び直してください'
    case 'certification-ended':
      return `この事業者の認定は、${problem.how === 'revoked' ? '取消し' : '辞退'}により${formatDate(problem.endedOn)}から効力がないため、更新できません。案件の画面で、申請の取下げを記録してください`
    case 'renewed-already':
      return `この認定（第${problem.number}号）は、すでに次の期間に更新されています。重ねて更新はできません`
    case 'standing-certification':
      return `この事業者は、すでに認定を受けています（第${problem.number}号、${formatDate(problem.endsOn)}まで）。新規の認定は重ねてできません。更新の申請を案内してください`
    case 'missing-glyphs':
      return `認定証の書体にない文字があるため、認定証を作れません：${problem.characters.map(formatCharacter).join('、')}。事業者に、名称に使う文字を確かめてください。案件の画面で「確認に戻す」を選ぶと、補正を依頼できます`
    case 'signing-expired':
      return '認定証に付ける電子署名の証明書が有効期間を過ぎているため、認定証を交付できません。ポータルの管理者に、証明書の更新を依頼してください。決定は、更新のあとでできます'
    case 'starts-too-early':
      return `認定期間の初日は、申請を受け付けた${formatDate(problem.earliest)}以後の日にしてください`
    case 'starts-too-late':
      return `認定期間の初日は、${formatDate(problem.latest)}までの日にしてください`
    case 'certification-reasons':
      return '認定基準を満たしていない申請を認定するときは、認定する理由を入力してください'
    case 'refusal-reasons':
      return '不認定の理由を入力してください。事業者への通知に載ります'
  }
}
