import { describe, expect, it } from 'vitest'
import { isOutage } from '../../src/platform/outage.ts'

const coded = (code: string, message = 'failed'): Error => Object.assign(new Error(message), { code })

describe('an outage of the database', () => {
  it.each([
    ['nobody listens', coded('ECONNREFUSED')],
    ['the server is told to stop', coded('57P01')],
    ['the server starts', coded('57P03')],
    ['every connection is taken', coded('53300')],
    ['the disk of the server is full', coded('53100')],
    ['a statement took too long', coded('57014')],
    ['a lock was waited for too long', coded('55P03')],
    ['two got into each other’s way', coded('40P01')],
    ['the pool is exhausted', new Error('timeout exceeded when trying to connect')],
    ['the connection broke', new Error('Connection terminated unexpectedly')],
    ['it is told as the cause of a failed query', new Error('Failed query', { cause: coded('08006') })],
    ['every address of the host refuses', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])]
  ])('is seen when %s', (_when, error) => {
    expect(isOutage(error)).toBe(true)
  })

  it.each([
    ['a row exists already', coded('23505')],
    ['a query is wrong', coded('42P01')],
    ['a page is missing', Object.assign(new Error('not found'), { statusCode: 404 })],
    ['something is thrown that is no error', 'ECONNREFUSED'],
    ['nothing is said', new Error('x')]
  ])('is not seen when %s', (_when, error) => {
    expect(isOutage(error)).toBe(false)
  })

  it('ends the search in a circle of causes', () => {
    const circle = new Error('x')
    circle.cause = circle
    expect(isOutage(circle)).toBe(false)
  })
})
