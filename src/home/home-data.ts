import { paths } from '../paths.ts'
import type { Scheme } from '../scheme/scheme.ts'

/**
 * The portal and the city behind it as search engines read them (schema.org), with the search of certified companies.
 * @param baseUrl without a trailing slash
 */
export const homeData = ({ city, name, secretariat }: Scheme, baseUrl: string) => {
  const url = `${baseUrl}${paths.home}`
  const organization = `${url}#organization`
  return [
    {
      '@type': 'GovernmentOrganization',
      '@id': organization,
      name: city,
      url,
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'JP',
        postalCode: secretariat.postalCode,
        streetAddress: secretariat.address
      },
      contactPoint: {
        '@type': 'ContactPoint',
        contactType: secretariat.section,
        telephone: secretariat.phone,
        email: secretariat.email,
        availableLanguage: 'ja'
      }
    },
    {
      '@type': 'WebSite',
      '@id': `${url}#website`,
      name: `${city} ${name}`,
      url,
      inLanguage: 'ja',
      publisher: { '@id': organization },
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${baseUrl}${paths.companies}?q={search_term_string}` },
        'query-input': 'required name=search_term_string'
      }
    }
  ]
}
