import type { VNode } from 'preact'
import { whatCounts } from '../../src/selfcheck/examples.ts'
import type { Result } from '../../src/selfcheck/result.ts'
import { Section } from '../components/section.tsx'

/** The nearest way to the standard: which categories, how many more of their items, and which these are. */
export const WaySection = ({ way, alsoNear }: Pick<Result, 'way' | 'alsoNear'>): VNode => (
  <Section title="いちばんの近道">
    <p>次の分野で、どれかの項目に当てはまるようになると、認定基準に届きます。</p>
    <ol class="check-way">
      {way.map(({ number, title, missing, candidates }) => (
        <li key={number}>
          <h3>
            {number}　{title}：<span class="check-way__missing">あと{missing}項目</span>
          </h3>
          <ul class="check-way__items">
            {candidates.map(({ item, undecided }) => (
              <li key={item.code}>
                <span class="item__code">{item.code}</span> {item.shortText}
                {undecided ? '（まだ分からない）' : ''}
                <span class="hint check-way__hint">{whatCounts(item)}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
    {alsoNear.length === 0 ? null : (
      <p>
        {alsoNear.map((title) => `「${title}」`).join('')}も、同じだけ近くにあります。取り組みやすいほうで構いません。
      </p>
    )}
  </Section>
)
