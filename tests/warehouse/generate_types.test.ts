import { expect, test } from 'vitest'
import { generateTypes } from '../../warehouse/generate_types.ts'

function manifest(columns: Record<string, object>) {
  const mart = {
    resource_type: 'model',
    alias: 'fct_rounds',
    schema: 'marts',
    description: 'One  round.\n',
    columns,
    config: { contract: { enforced: true } },
  }
  return {
    nodes: {
      'model.a': mart,
      'model.b': { ...mart, alias: 'hidden', schema: 'intermediate' },
      'test.c': { resource_type: 'test', alias: 'c' },
    },
  }
}

test('contracts become row types; only what is never null loses its null', () => {
  const generated = generateTypes(
    manifest({
      round_id: { name: 'round_id', data_type: 'varchar', constraints: [{ type: 'not_null' }] },
      played_on: { name: 'played_on', data_type: 'date' },
      started_at: { name: 'started_at', data_type: 'TIMESTAMP WITH TIME ZONE' },
      duration_seconds: { name: 'duration_seconds', data_type: 'decimal(10, 3)', description: 'How long.' },
    }),
  )
  expect(generated).toContain(`/** One round. */
export interface FctRounds {
  readonly round_id: string
  readonly played_on: LocalDate | null
  readonly started_at: Date | null
  /** How long. */
  readonly duration_seconds: number | null
}

/** The tables of marts.duckdb. */
export interface Database {
  readonly fct_rounds: FctRounds
}
`)
  expect(generated).not.toContain('hidden')
})

test('a column that is no plain column is refused by name', () => {
  expect(() => generateTypes(manifest({ all: { name: 'all', data_type: 'varchar[]' } }))).toThrow('fct_rounds.all')
})
