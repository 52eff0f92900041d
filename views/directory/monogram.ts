const companyForms =
  /株式会社|有限会社|合同会社|合資会社|合名会社|社会福祉法人|医療法人(社団|財団)?|学校法人|(一般|公益)(社団|財団)法人|特定非営利活動法人|[（(].{1,2}[)）]/g

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** The first character of a name without its company form, in place of a logo. */
export const monogramOf = (name: string): string => {
  const plain = name.replaceAll(companyForms, '').trim() || name
  return [...graphemes.segment(plain)][0]?.segment ?? ''
}
