import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editions, itemsOf } from '../../src/checklist/index.ts'
import { claimedMeasures } from '../../src/directory/claimed-measures.ts'
import { contentOf, makerVersion } from '../../src/directory/entry-content.ts'
import type { EntryCertification, EntryPublicity, EntrySource } from '../../src/directory/entry-source.ts'
import { measures } from '../../src/directory/measures.ts'
import { searchTextOf } from '../../src/directory/search-text.ts'
import { shownFields } from '../../src/publicity/shown-field.ts'
import { cheapestEvidence, cheapestMarks, profileOf } from '../support/cases.ts'

const everything: EntryPublicity = { shown: shownFields, jobsUrl: 'https://jobs.example.jp/', statement: null }

const sourceOf = (
  certification: Partial<EntryCertification> = {},
  publicity: EntryPublicity = everything,
  company: Partial<EntrySource['company']> = {}
): EntrySource => ({
  certificationId: 'certification',
  companyId: 'company',
  certification: {
    number: 12,
    firstStartsOn: '2024-01-16',
    firstRenewalCount: 0,
    startsOn: '2024-01-16',
    endsOn: '2027-01-15',
    renewalCount: 0,
    edition: 'asaka-2023',
    evaluationYear: 2022,
    basis: null,
    content: { marks: cheapestMarks, evidence: cheapestEvidence },
    ...certification
  },
  company: { ...profileOf(), ...company },
  publicity
})

const allChecked = Object.fromEntries(itemsOf(editions['asaka-2023']).map(({ code }) => [code, 'checked' as const]))

describe('what is told of a company', () => {
  it('is all that it agreed to show', () => {
    expect(contentOf(sourceOf()).content).toMatchObject({
      size: '21〜50人',
      address: '埼玉県朝霞市本町1-1-1',
      business: profileOf().business,
      culture: profileOf().culture,
      website: 'https://asaka-seisakusho.example.jp/',
      jobsUrl: 'https://jobs.example.jp/',
      headline: '事務職を対象に週2日までのテレワークを導入している。'
    })
  })

  it.each(shownFields)('lacks what it does not agree to show, such as %s, alone', (field) => {
    const shown = shownFields.filter((other) => other !== field)
    const [all, less] = [contentOf(sourceOf()).content, contentOf(sourceOf({}, { ...everything, shown })).content]
    const texts: Readonly<Record<typeof field, readonly string[]>> = {
      address: [all.address ?? ''],
      size: [all.size ?? ''],
      business: [all.business ?? ''],
      culture: [all.culture ?? ''],
      website: [all.website ?? ''],
      jobs: [all.jobsUrl ?? ''],
      applicationWords: all.categories.flatMap(({ ownWords }) => ownWords)
    }
    expect(texts[field].join('')).not.toBe('')
    for (const text of texts[field]) {
      expect(JSON.stringify(less)).not.toContain(JSON.stringify(text).slice(1, -1))
      expect(searchTextOf(less).searchText).not.toContain(text)
    }
    for (const other of shown) for (const text of texts[other]) expect(JSON.stringify(less)).toContain(text)
  })

  it('never holds what points at persons, whatever the application says and the company lets be shown', () => {
    const secret = fc.stringMatching(/^[a-f]{12}$/)
    const kept = ['1-2', '4-1', '4-3', '4-4', '4-5', '5-3']
    fc.assert(
      fc.property(secret, fc.integer({ min: 100_000, max: 999_999 }), (planted, count) => {
        const raw = {
          text: planted,
          target: planted,
          published: planted,
          men: String(count),
          women: String(count),
          'rows.0.year': '2022',
          'rows.0.men': String(count),
          'rows.0.women': String(count),
          'rows.0.people': String(count)
        }
        const evidence = {
          ...Object.fromEntries(kept.map((code) => [code, raw])),
          '6-4': { text: `${planted}を${count}人が使いました。` },
          '7-1': { goals: ['5'], published: planted, description: '' }
        }
        const content = { marks: allChecked, evidence }
        const made = contentOf(sourceOf({ content })).content
        const told = JSON.stringify([made, searchTextOf(made)])
        expect(told).not.toContain(planted)
        expect(told).not.toContain(String(count))
      })
    )
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '//example.jp', 'ftp://example.jp/'])(
    'leads to no address such as %s',
    (address) => {
      const { content } = contentOf(sourceOf({}, { ...everything, jobsUrl: address }, { website: address }))
      expect(content).toMatchObject({ website: null, jobsUrl: null })
    }
  )

  it('names the version of its maker: raise makerVersion and note both here when other contents come of the same source', () => {
    const evidence = Object.fromEntries(
      itemsOf(editions['asaka-2023']).map(({ code }) => [code, { text: '在宅勤務ができます。' }])
    )
    const made = [sourceOf(), sourceOf({ content: { marks: allChecked, evidence } })].map((source) => {
      const { content, measures: found } = contentOf(source)
      return [content, found.map(({ id }) => id), searchTextOf(content)]
    })
    const digest = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 12)
    expect({ makerVersion, digest }).toEqual({ makerVersion: 3, digest: '12e5d5511197' })
  })
})

describe('the measures', () => {
  const claimed = (
    code: string,
    raw: Readonly<Record<string, string | readonly string[]>>,
    mark: 'checked' | 'unchecked' = 'checked'
  ) =>
    claimedMeasures({
      edition: editions['asaka-2023'],
      evaluationYear: 2022,
      confirmedMarks: { [code]: mark },
      passedCategories: [],
      evidence: { [code]: raw }
    }).map(({ label }) => label)

  it.each([
    ['全員がテレワークを利用でき、フレックスタイム制（コアタイムなし）です。', ['テレワーク', 'フレックス・時差勤務']],
    ['営業職の直行直帰と、事務職の週1日のテレワークを認めています。', ['テレワーク']],
    ['テレワークは導入していませんが、時差勤務を選べます。', ['フレックス・時差勤務']],
    ['在宅勤務を検討しています。', []],
    ['直行直帰を認めています。', []]
  ])('of 「%s」 are %j', (text, labels) => {
    expect(claimed('5-2', { text })).toEqual(labels)
  })

  it('are those ticked, of items that were confirmed', () => {
    expect(claimed('5-1', { measures: ['side_jobs'] })).toEqual(['副業'])
    expect(claimed('5-1', { measures: ['other'], other: '男性の育休' })).toEqual([])
    expect(claimed('5-1', { measures: ['side_jobs'] }, 'unchecked')).toEqual([])
  })

  it('speak of items and boxes that their edition has', () => {
    for (const { sources } of measures)
      for (const edition of [editions['asaka-2023'], editions['asaka-2020']])
        for (const { item: code, ticked } of sources[edition.id]) {
          const item = itemsOf(edition).find((one) => one.code === code)
          const boxes = item?.evidence.flatMap((field) =>
            field.kind === 'measures' ? field.options.map(({ id }) => id) : []
          )
          expect(item).toBeDefined()
          if (ticked !== undefined) expect(boxes).toContain(ticked)
        }
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length)
  })
})
