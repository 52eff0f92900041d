/** Who of the secretariat does something. */
export type Official = { readonly userId: string; readonly name: string }
