/** Longer than any address of the portal with its query. */
const longest = 2000

/**
 * The path, with query and fragment, of a page of this portal, or null for anything else that may have come from outside:
 * another site's address in any of its spellings, a script, a character that browsers leave out or turn round. Whatever
 * leads people on by what they brought along (a sign-in's return) asks here.
 */
export const ownPath = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= longest && /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(value) ? value : null
