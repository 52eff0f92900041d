/**
 * Why a file is not taken, whatever its kind says: `macros` and `script` run something, `embedded` and `attached` carry
 * another file, `external` fetches something when opened, `encrypted` cannot be looked into, `bomb` fills a machine when
 * unpacked, `archive` and `unreadable` are built as no office or scanner builds them, `disguised` is two files in one,
 * `pixels` would be larger than any scan when shown.
 */
export type Hazard =
  | 'macros'
  | 'script'
  | 'embedded'
  | 'attached'
  | 'external'
  | 'encrypted'
  | 'bomb'
  | 'archive'
  | 'unreadable'
  | 'disguised'
  | 'pixels'

/** Ends the reading of a file at the first hazard that is found in it. */
export class HazardFound extends Error {
  override readonly name = 'HazardFound'
  readonly hazard: Hazard
  constructor(hazard: Hazard) {
    super(hazard)
    this.hazard = hazard
  }
}
