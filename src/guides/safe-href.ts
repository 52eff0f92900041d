/**
 * The address of a link as a guide may carry it: a web page, a mail address, a telephone number, a path of the portal or a
 * heading of the page. Null for everything else, above all for what a browser would run. Browsers ignore control characters
 * and take a backslash for a slash: an address that holds one is nobody's honest address.
 */
export const safeHref = (url: string): string | null => {
  if (/[\p{Cc}\p{Z}\\]/u.test(url)) return null
  if (/^#./.test(url) || /^\/(?!\/)/.test(url)) return url
  return /^(https?:\/\/|mailto:|tel:)./i.test(url) && URL.canParse(url) ? url : null
}
