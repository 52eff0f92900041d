/**
 * The check digit of a legal entity number (法人番号), the first of its 13 digits: 9 − ((Σ Pn·Qn) mod 9), where Pn is the
 * n-th digit from the right of the other twelve, and Qn is 1 for odd n and 2 for even n.
 * Source: ordinance on the designation of legal entity numbers (法人番号の指定等に関する省令), Article 2.
 * @param body the twelve digits after the check digit
 */
const checkDigit = (body: string): number => {
  const sum = [...body].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0)
  return 9 - (sum % 9)
}

/** Whether a text is 13 ASCII digits of which the first is the right check digit. */
export const isLegalEntityNumber = (text: string): boolean =>
  /^[0-9]{13}$/.test(text) && Number(text[0]) === checkDigit(text.slice(1))
