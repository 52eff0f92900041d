/**
 * Where the scan for viruses of a stored file stands. `failed` was tried and given up for now: the scanner refused the
 * file or stayed away; it is tried again all the same.
 */
export const scanStates = ['waiting', 'clean', 'infected', 'failed'] as const

export type ScanState = (typeof scanStates)[number]

/** Why a file is not given out: it waits for its scan, or something was found in it. */
export type Hold = 'waiting' | 'infected'
