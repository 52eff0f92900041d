const isReadable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * The address as it is routed. One that no text can be read from (a broken percent encoding) is taken literally: it
 * then names something that does not exist, and is answered with a page like everything else that does not.
 */
export const readableUrl = (url: string): string =>
  isReadable(url.split('?', 1)[0] ?? '') ? url : url.replaceAll('%', '%25')
