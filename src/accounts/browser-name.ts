type Pattern = readonly [pattern: RegExp, name: string]

// The order matters: nearly every browser also names those that it wants to be taken for.
const browsers: readonly Pattern[] = [
  [/\bEdgA?(iOS)?\//, 'Microsoft Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari']
]

const devices: readonly Pattern[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux']
]

const nameIn = (patterns: readonly Pattern[], text: string): string | null =>
  patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** The kind of browser in words that people know, from what it says of itself; nothing more of that is kept. */
export const browserName = (userAgent: string | undefined): string => {
  const text = (userAgent ?? '').slice(0, 500)
  const [browser, device] = [nameIn(browsers, text), nameIn(devices, text)]
  if (browser === null) return device === null ? '不明なブラウザー' : `ブラウザー（${device}）`
  return device === null ? browser : `${browser}（${device}）`
}
