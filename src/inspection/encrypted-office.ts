const container = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/** Whether bytes begin as a container of before 2007 does, in which objects and passwords wrap a file. */
export const isContainer = (content: Buffer): boolean => content.subarray(0, container.length).equals(container)

/** Whether a file is an office file behind a password: such a container around the encrypted package. */
export const isEncryptedOffice = (content: Buffer): boolean =>
  isContainer(content) && content.includes(encryptedPackage)
