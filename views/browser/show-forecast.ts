import type { ForecastWords } from './forecast-words.ts'

/** Every element of the page that a selector finds. */
export const all = (selector: string): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)]

/** Only a change is written: parts of the page are read out when they change. */
export const write = (element: Element | null, text: string): void => {
  if (element !== null && element.textContent !== text) element.textContent = text
}

/** Writes a forecast into every panel of the page. */
export const showForecast = ({ passed, shortestWay, categories }: ForecastWords): void => {
  for (const element of all('[data-forecast="passed"]')) write(element, String(passed))
  for (const element of all('[data-forecast="way"]')) write(element, shortestWay)
  for (const category of categories)
    for (const row of all(`[data-forecast-category="${category.number}"]`)) {
      row.dataset.passed = String(category.passed)
      write(row.querySelector('.forecast__result'), category.text)
    }
}
