/** Most characters of a stored file name. */
const maxLength = 200

/**
 * Control characters, and the invisible ones that turn the direction of writing or hide between letters: they make
 * `exe.pdf` out of `fdp.exe`.
 */
const deceptive = /[\p{Cc}\p{Cs}\u{00AD}\u{061C}\u{200B}-\u{200F}\u{2028}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/gu

/** `jpeg` is as good as `jpg`; every other kind has one ending. */
const endings: Readonly<Record<string, readonly string[]>> = { jpg: ['jpg', 'jpeg', 'jpe', 'jfif'] }

const endingOf = (name: string): string => {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1)
}

const shortened = (stem: string, ending: string): string =>
  `${[...stem]
    .slice(0, maxLength - ending.length - 1)
    .join('')
    .trim()}.${ending}`

/**
 * A file name as it is stored and shown: without folders and without characters that deceive, composed (NFC), at most
 * 200 characters, and ending as the content demands, so that it opens as what it is.
 * @param extension the usual ending of the recognised type, such as `pdf`
 */
export const cleanFileName = (sent: string, extension: string): string => {
  const base = readableFileName(sent)
  const ending = endingOf(base)
  const fits = (endings[extension] ?? [extension]).includes(ending.toLowerCase())
  return fits ? shortened(base.slice(0, -ending.length - 1), ending) : shortened(base, extension)
}

/** The name of a file that was sent, fit to be shown in a message: no folders, nothing that deceives, never empty. */
export const readableFileName = (sent: string): string => {
  const name = (sent.split(/[/\\]/).at(-1) ?? '').replaceAll(deceptive, '').normalize('NFC').trim()
  return name.replace(/^\.+/, '') === '' ? '名前のないファイル' : [...name].slice(0, maxLength).join('').trim()
}
