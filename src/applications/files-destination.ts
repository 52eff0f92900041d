/** What the button sends that saves a category and leads on to the files of one of its items. */
export const filesDestination = (itemCode: string): string => `files-${itemCode}`
