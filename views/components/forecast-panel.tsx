import type { ComponentChildren, VNode } from 'preact'

/** What the forecast says, in the words of the page; the same script-free data on a phone and beside the questions. */
export type Forecast = {
  /** Categories that would pass now, and how many the standard asks for. */
  readonly passed: number
  readonly required: number
  readonly shortestWay?: ComponentChildren
  readonly categories: readonly {
    readonly number: number
    readonly title: string
    readonly passed: boolean
    /** 合格 2/4, あと1項目, 0/3 */
    readonly text: string
  }[]
}

const Headline = ({ passed, required }: Pick<Forecast, 'passed' | 'required'>): VNode => (
  <>
    <strong class="forecast__passed" data-forecast="passed">
      {passed}
    </strong>
    <span class="forecast__required"> ／ {required}分野が合格見込み</span>
  </>
)

/** The categories one below the other, each with its result. */
export const ForecastRows = ({ categories }: Pick<Forecast, 'categories'>): VNode => (
  <ol class="forecast__rows">
    {categories.map(({ number, title, passed, text }) => (
      <li key={number} data-forecast-category={number} data-passed={passed ? 'true' : 'false'}>
        <span>
          {number} {title}
        </span>
        <span class="forecast__result">{text}</span>
      </li>
    ))}
  </ol>
)

const Way = ({ children }: { readonly children: ComponentChildren }): VNode | null =>
  children ? (
    <p class="forecast__way" data-forecast="way">
      {children}
    </p>
  ) : null

/**
 * What the answers mean for me: a panel beside the questions, and on a phone one line at the top that opens. Both are in
 * the document and the style sheet shows one, so that no script is needed; a script updates both by their data attributes.
 */
export const ForecastPanel = ({
  forecast,
  title = 'いまの見込み',
  disclaimer = '見込みは入力内容によるものです。認定は、事務局の確認と委員会の意見を経て決まります。'
}: {
  readonly forecast: Forecast
  readonly title?: string | undefined
  readonly disclaimer?: string | undefined
}): VNode => (
  <aside class="forecast" aria-label={title}>
    <details class="forecast__line">
      <summary>
        <span aria-live="polite">
          <Headline {...forecast} />
        </span>
      </summary>
      <Way>{forecast.shortestWay}</Way>
      <ForecastRows categories={forecast.categories} />
      <p class="forecast__disclaimer">{disclaimer}</p>
    </details>
    <div class="forecast__panel">
      <h2 class="forecast__title">{title}</h2>
      <p aria-live="polite">
        <Headline {...forecast} />
      </p>
      <Way>{forecast.shortestWay}</Way>
      <ForecastRows categories={forecast.categories} />
      <p class="forecast__disclaimer">{disclaimer}</p>
    </div>
  </aside>
)
