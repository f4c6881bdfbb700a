import { existsSync, readFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'

export type ServedColumn = { name: string; type: string; isNeverNull: boolean; comment: string }

/** One mart as PostgreSQL gets it. */
export type ServedMart = { name: string; comment: string; columns: ServedColumn[] }

const columnSchema = z.object({
  description: z.string().default(''),
  constraints: z.array(z.object({ type: z.string() })).default([]),
})
const nodeSchema = z.object({
  resource_type: z.literal('model'),
  schema: z.literal('marts'),
  alias: z.string(),
  description: z.string().default(''),
  columns: z.record(z.string(), columnSchema).default({}),
})

/** What the contracts say of marts, from dbt's manifest beside the warehouse: descriptions, and which columns are never null. */
export type Contracts = Map<string, { description: string; columns: Map<string, z.output<typeof columnSchema>> }>

/** The contracts of the marts; empty where there is no manifest, because no full build was made on this machine. */
export function readContracts(manifestFile: string): Contracts {
  if (!existsSync(manifestFile)) return new Map()
  const { nodes } = z.object({ nodes: z.record(z.string(), z.unknown()) }).parse(JSON.parse(readFileSync(manifestFile, 'utf8')))
  return new Map(
    Object.values(nodes).flatMap((node) => {
      const mart = nodeSchema.safeParse(node)
      return mart.success
        ? [[mart.data.alias, { description: mart.data.description, columns: new Map(Object.entries(mart.data.columns)) }]]
        : []
    }),
  )
}

const postgresTypes: Readonly<Record<string, string>> = {
  VARCHAR: 'text',
  BOOLEAN: 'boolean',
  TINYINT: 'smallint',
  SMALLINT: 'smallint',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  UTINYINT: 'smallint',
  USMALLINT: 'integer',
  UINTEGER: 'bigint',
  UBIGINT: 'numeric(20, 0)',
  HUGEINT: 'numeric(39, 0)',
  FLOAT: 'real',
  DOUBLE: 'double precision',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamptz',
}

/** The marts of an attached marts.duckdb (`marts`), in name order, with the types of PostgreSQL. Throws for a type that has no counterpart there. */
export async function servedMarts(connection: DuckDBConnection, contracts: Contracts): Promise<ServedMart[]> {
  const reader = await connection.runAndReadAll(
    `select table_name, column_name, data_type from duckdb_columns() where database_name = 'marts' order by table_name, column_index`,
  )
  const marts = new Map<string, ServedMart>()
  for (const [table, column, type] of reader.getRows().map((row) => row.map(String)) as [string, string, string][]) {
    const contract = contracts.get(table)
    const mart = marts.get(table) ?? { name: table, comment: sentence(contract?.description), columns: [] }
    const stated = contract?.columns.get(column)
    mart.columns.push({
      name: column,
      type: postgresType(`${table}.${column}`, type),
      isNeverNull: stated?.constraints.some((constraint) => constraint.type === 'not_null') ?? false,
      comment: sentence(stated?.description),
    })
    marts.set(table, mart)
  }
  return [...marts.values()]
}

function postgresType(column: string, type: string): string {
  const known = type.startsWith('DECIMAL') ? type.toLowerCase().replace('decimal', 'numeric') : postgresTypes[type]
  if (!known) throw new Error(`${column}: PostgreSQL has no counterpart of type ${type}; marts hold plain columns only`)
  return known
}

function sentence(text: string | undefined): string {
  return (text ?? '').trim().replaceAll(/\s+/g, ' ')
}
