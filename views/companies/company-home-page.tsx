import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag, type Tone } from '../components/status-tag.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** A button that only leads to a page is a link; one that makes something posts. */
export type NextAction = { readonly label: string; readonly href: string; readonly method: 'get' | 'post' }

/** What else may help before the next step. */
export type NextLink = { readonly label: string; readonly href: string }

type ApplicationLine = {
  readonly id: string
  /** What the application is called before it has a number, too. */
  readonly number: string
  readonly statusLabel: string
  readonly statusTone: Tone
  readonly href: string
  /** Since when it is in this state, in words. */
  readonly statusSince: string
}

type CertificateLine = {
  readonly key: string
  /** 第N号. */
  readonly number: string
  /** The certification's own page. */
  readonly about: string
  readonly period: string
  /** Null where the certificate exists on paper only. */
  readonly href: string | null
  readonly validity: { readonly label: string; readonly tone: Tone }
  /** Where badges are had; null unless the company is certified by it today. */
  readonly badges: string | null
}

const Action = ({ label, href, method }: NextAction): VNode => (
  <ButtonRow>
    {method === 'get' ? (
      <ButtonLink href={href}>{label}</ButtonLink>
    ) : (
      <PostForm action={href}>
        <Button>{label}</Button>
      </PostForm>
    )}
  </ButtonRow>
)

const Applications = ({ applications }: { readonly applications: readonly ApplicationLine[] }): VNode => (
  <Section title="申請">
    <DataTable
      caption="これまでの申請"
      captionHidden
      columns={[
        { key: 'number', label: '申請', rowHeader: true },
        { key: 'status', label: '状況' },
        { key: 'since', label: '状況が変わった日' }
      ]}
      rows={applications.map(({ id, number, statusLabel, statusTone, href, statusSince }) => ({
        key: id,
        cells: {
          number: <a href={href}>{number}</a>,
          status: <StatusTag tone={statusTone}>{statusLabel}</StatusTag>,
          since: statusSince
        }
      }))}
    />
  </Section>
)

const Certificates = ({ certificates }: { readonly certificates: readonly CertificateLine[] }): VNode => (
  <Section title="認定">
    <DataTable
      caption="これまでの認定"
      captionHidden
      columns={[
        { key: 'number', label: '認定番号', rowHeader: true },
        { key: 'period', label: '認定期間' },
        { key: 'validity', label: '有効か' },
        { key: 'certificate', label: '認定証' }
      ]}
      rows={certificates.map(({ key, number, about, period, href, validity }) => ({
        key,
        cells: {
          number: <a href={about}>{number}</a>,
          period,
          validity: <StatusTag tone={validity.tone}>{validity.label}</StatusTag>,
          certificate: href === null ? '書面で交付' : <a href={href}>{number}の認定証（PDF）</a>
        }
      }))}
    />
    {certificates.map(({ key, number, badges }) =>
      badges === null ? null : (
        <p key={key}>
          <a href={badges}>{number}のバッジとデジタル証明書を使う</a>
        </p>
      )
    )}
  </Section>
)

/** A certification that the city thinks of revoking. */
type RevocationLine = {
  readonly number: string
  readonly href: string
  /** By when the company may answer, in words; null once it has, or the day has passed. */
  readonly answerBy: string | null
}

const Revocation = ({ number, href, answerBy }: RevocationLine): VNode => (
  <Notice
    tone="warning"
    title={
      answerBy === null
        ? `認定番号 ${number}の取消しが検討されています`
        : `認定番号 ${number}の取消しについて、${answerBy}までにご意見をお聞かせください`
    }
  >
    <a href={href}>{answerBy === null ? '理由と経過を見る' : '理由を読み、意見を送る'}</a>
  </Notice>
)

/** What the certification is good for: the company's own page. `href` is null until the first day. */
type PublicPage = { readonly href: string | null }

const OwnPage = ({ href }: PublicPage): VNode => (
  <Section title="企業ページ">
    <p>
      認定された取組を、だれでも見られるページで紹介しています。紹介文や写真、求人のページへのリンクを加えて、働く人を探すのにお使いください。
    </p>
    <ButtonRow>
      <ButtonLink href={paths.publicity} variant="secondary">
        企業ページを編集する
      </ButtonLink>
      {href === null ? null : (
        <ButtonLink href={href} variant="text">
          公開中のページを見る
        </ButtonLink>
      )}
    </ButtonRow>
  </Section>
)

/** Where a company begins: what is next, in one sentence and one button, then its applications and certifications. */
export const CompanyHomePage = ({
  frame,
  profile,
  applications,
  revocations,
  certificates,
  publicPage,
  next
}: {
  readonly frame: PageFrame
  readonly profile: { readonly name: string; readonly missing: boolean }
  readonly applications: readonly ApplicationLine[]
  readonly revocations: readonly RevocationLine[]
  readonly certificates: readonly CertificateLine[]
  readonly next: { readonly text: string; readonly action: NextAction | null; readonly besides?: NextLink }
  /** Null where the company is not certified. */
  readonly publicPage: PublicPage | null
}): VNode => (
  <Layout page={frame}>
    {revocations.map((one) => (
      <Revocation key={one.href} {...one} />
    ))}
    <section class="next-step" aria-labelledby="next-step">
      <h2 id="next-step" class="next-step__title">
        {profile.missing ? 'はじめに' : '次にすること'}
      </h2>
      <p class="next-step__text">{next.text}</p>
      {next.action === null ? null : <Action {...next.action} />}
      {next.besides === undefined ? null : (
        <p class="next-step__besides">
          <a href={next.besides.href}>{next.besides.label}</a>
        </p>
      )}
    </section>
    {publicPage === null ? null : <OwnPage {...publicPage} />}
    {applications.length === 0 ? null : <Applications applications={applications} />}
    {certificates.length === 0 ? null : <Certificates certificates={certificates} />}
    {profile.missing ? (
      <p>
        会社の同僚がすでに登録しているときは、その人に、あなたのメールアドレスを「担当者」の画面から招待してもらってください。この画面を開き直すと、担当者に加わります。
      </p>
    ) : null}
  </Layout>
)
