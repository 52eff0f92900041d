/** The number of a certification (第N号) as it stands in a URL, or null for what is none. */
export const certificationNumberIn = (text: string): number | null =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
