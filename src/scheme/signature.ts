import type { Scheme } from './scheme.ts'

/** How every mail of the portal ends: who writes, and where to ask. Ends with a line break. */
export const signature = ({ city, name, secretariat }: Scheme): string => `--
${city}　${secretariat.section}（${name} 事務局）
電話　${secretariat.phone}
メール　${secretariat.email}
`
