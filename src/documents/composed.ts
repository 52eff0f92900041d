/**
 * One form for the same text: marks joined to their kana or letter, odd spaces made plain. Kanji are left alone, because
 * Unicode normalisation would turn the 神 or 﨑 that a company registered into another form.
 */
export const withJoinedMarks = (text: string): string =>
  text
    .replaceAll(/[^\p{Script=Han}]\p{M}+/gu, (letter) => letter.normalize('NFC'))
    .replaceAll(/[\t\u00a0\u2002\u2003]/g, ' ')

/** One form for the same name, without spaces around it. */
export const composed = (name: string): string => withJoinedMarks(name).trim()
