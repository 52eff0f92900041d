/**
 * Characters that are written in several ways, mostly in names: the one that the search uses, then the others. What
 * compatibility normalisation joins already is left out.
 */
const variants: readonly (readonly [kept: string, others: string])[] = [
  ['高', '髙'],
  ['崎', '﨑碕嵜'],
  ['吉', '𠮷'],
  ['浜', '濱濵'],
  ['辺', '邊邉'],
  ['斉', '斎齊齋'],
  ['沢', '澤'],
  ['広', '廣'],
  ['国', '國'],
  ['桜', '櫻'],
  ['島', '嶋嶌'],
  ['寿', '壽'],
  ['徳', '德'],
  ['真', '眞'],
  ['蔵', '藏'],
  ['竜', '龍'],
  ['滝', '瀧'],
  ['万', '萬'],
  ['恵', '惠'],
  ['栄', '榮'],
  ['円', '圓'],
  ['会', '會'],
  ['学', '學'],
  ['黒', '黑'],
  ['関', '關'],
  ['条', '條'],
  ['塩', '鹽'],
  ['鉄', '鐵'],
  ['薬', '藥'],
  ['豊', '豐'],
  ['静', '靜'],
  ['宝', '寶'],
  ['渓', '溪'],
  ['桧', '檜'],
  ['松', '枩'],
  ['富', '冨'],
  ['峰', '峯'],
  ['館', '舘'],
  ['曽', '曾'],
  // Small kana are typed large in names, and large ones small: キヤノン, 緑ヶ丘.
  ['ケ', 'ヶ'],
  ['カ', 'ヵ'],
  ['ヤ', 'ャ'],
  ['ユ', 'ュ'],
  ['ヨ', 'ョ'],
  ['ツ', 'ッ'],
  ['ア', 'ァ'],
  ['イ', 'ィ'],
  ['ウ', 'ゥ'],
  ['エ', 'ェ'],
  ['オ', 'ォ']
]

/** By each other way of writing, the one that the search uses. */
export const keptCharacter: ReadonlyMap<string, string> = new Map(
  variants.flatMap(([kept, others]) => [...others].map((other) => [other, kept] as const))
)
