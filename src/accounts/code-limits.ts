/** A code is good for this long. */
export const codeMinutes = 10

/** Wrong tries before a code is worthless. */
export const codeTries = 5
