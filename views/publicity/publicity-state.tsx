import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { isSame, nothingSaid, type StatementState } from '../../src/publicity/statement.ts'
import { ButtonLink } from '../components/button.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { Notice } from '../components/notice.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { formatDateTime } from '../format.ts'

type PublicPlace = { readonly number: number; readonly isPublic: boolean }

const PageLine = ({ number, isPublic }: PublicPlace): VNode =>
  isPublic ? (
    <>
      <StatusTag tone="success">公開中</StatusTag>{' '}
      <a href={paths.publicCompany(number)}>認定番号 第{number}号の企業ページを見る</a>
    </>
  ) : (
    <>
      <StatusTag tone="info">公開前</StatusTag> 認定期間が始まる日に公開します（認定番号 第{number}号）
    </>
  )

const statementLine = ({ published, waiting, returned }: StatementState): VNode => {
  const isShown = published !== null && !isSame(published, nothingSaid)
  return (
    <>
      {isShown ? <StatusTag tone="success">公開中</StatusTag> : null}
      {waiting === null ? null : <StatusTag tone="info">確認待ち</StatusTag>}
      {returned === null ? null : <StatusTag tone="warning">差し戻し</StatusTag>}
      {isShown || waiting !== null || returned !== null ? null : <StatusTag>まだありません</StatusTag>}{' '}
      {waiting === null ? null : `${formatDateTime(waiting.sentAt)}に送りました。事務局の確認をお待ちください。`}
      {isShown && waiting !== null ? 'それまでは、前の内容を公開しています。' : null}
    </>
  )
}

/** Where the company's page stands: whether it is public, and what became of its words and pictures. */
export const PublicityStanding = ({
  place,
  state
}: {
  readonly place: PublicPlace
  readonly state: StatementState
}): VNode => (
  <>
    <DefinitionList
      entries={[
        { term: '企業ページ', description: <PageLine {...place} /> },
        { term: '紹介文・写真・ロゴ', description: statementLine(state) }
      ]}
    />
    {state.returned === null ? null : (
      <Notice tone="warning" title="紹介文・写真・ロゴが差し戻されました">
        <p class="said">{state.returned.reason}</p>
        <p>下の欄には、お送りいただいた内容が入っています。直してから、もう一度保存してください。</p>
      </Notice>
    )}
    <p>
      <ButtonLink variant="secondary" href={paths.publicityPreview}>
        保存した内容での見え方を確かめる
      </ButtonLink>
    </p>
  </>
)
