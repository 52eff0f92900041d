import { paths } from '../paths.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Table } from './read-tables.ts'

const mediaTypes = { csv: 'text/csv', json: 'application/json' } as const

const formats = ['csv', 'json'] as const

/**
 * The datasets as catalogues of data read them (schema.org, Dataset).
 * @param baseUrl without a trailing slash
 */
export const datasetData = (tables: readonly Table[], scheme: Scheme, baseUrl: string) =>
  tables.map(({ dataset, changedAt }) => ({
    '@type': 'Dataset',
    '@id': `${baseUrl}${paths.openData}#${dataset.name}`,
    name: `${scheme.city} ${dataset.title}`,
    description: `${scheme.city}の${scheme.name}について、${dataset.description}`,
    url: `${baseUrl}${paths.openData}`,
    inLanguage: 'ja',
    isAccessibleForFree: true,
    license: scheme.openDataLicence.url,
    creator: { '@type': 'GovernmentOrganization', name: scheme.city, url: `${baseUrl}${paths.home}` },
    spatialCoverage: scheme.city,
    ...(changedAt === null ? {} : { dateModified: changedAt.toISOString() }),
    variableMeasured: dataset.columns.map(({ name }) => name),
    distribution: formats.map((format) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaTypes[format],
      contentUrl: `${baseUrl}${paths.openDataFile(dataset.name, format)}`
    }))
  }))
