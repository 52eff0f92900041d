import type { VNode } from 'preact'
import type { Result } from '../../src/selfcheck/result.ts'
import { Section } from '../components/section.tsx'

type Evidence = Result['evidence'][number]

const Asked = ({ words }: Pick<Evidence, 'words'>): VNode => (
  <>
    {words.asked.map((line, index) => (
      <p key={line}>
        {words.any && index > 0 ? 'または、' : ''}
        {line}
      </p>
    ))}
  </>
)

/** What an application will ask about the ticked items, and the papers to have at hand for it. */
export const EvidenceList = ({ evidence, papers }: Pick<Result, 'evidence' | 'papers'>): VNode => (
  <Section title="申請のときに聞かれること">
    {evidence.length === 0 ? (
      <p>「当てはまる」と答えた項目について、取組の内容や実績を書きます。まだ、そのような項目はありません。</p>
    ) : (
      <>
        <p>「当てはまる」と答えた項目について、次のことを書きます。資料の添付は任意です。</p>
        {papers.length === 0 ? null : (
          <p>
            手元にあると早いもの：<strong>{papers.join('、')}</strong>
          </p>
        )}
        <dl class="check-evidence">
          {evidence.map(({ item, words }) => (
            <div key={item.code}>
              <dt>
                <span class="item__code">{item.code}</span> {item.shortText}
              </dt>
              <dd>
                <Asked words={words} />
              </dd>
            </div>
          ))}
        </dl>
      </>
    )}
  </Section>
)
