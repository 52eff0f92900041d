/** A profile as the page sends it. */
export const profileFields = {
  version: '0',
  name: '株式会社あさか製作所',
  nameKana: 'カブシキガイシャ アサカセイサクショ',
  legalEntityNumber: '7123456789012',
  postalCode: '351-8501',
  address: '埼玉県朝霞市本町1-1-1',
  industry: 'E',
  employees: '48',
  representativeTitle: '代表取締役',
  representativeName: '朝霞 花子',
  contactName: '総務 太郎',
  contactEmail: 'soumu@example.jp',
  contactPhone: '048-463-1111',
  website: 'https://www.example.jp',
  business: '精密部品の製造',
  culture: '有給休暇を取りやすい職場です。'
} as const

/** The same of a sole proprietor, who has no legal entity number: any test may make one of its own. */
export const proprietorFields = { ...profileFields, legalEntityNumber: '', noLegalEntityNumber: 'yes' } as const
