import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import Cursor from 'pg-cursor'
import { z } from 'zod'
import { type LegacyTableName, legacyTables } from '../legacy_tables.ts'

/** What the warehouse knows of a table: how many of its rows, and the highest key among them. */
export type KnownRows = { count: number; highestKey: bigint }

/** One row as it stands in the table: its key and the row as PostgreSQL writes it as JSON. */
export type LegacyRow = { key: string; content: string }

export type OfferedTable =
  | {
      status: 'offered'
      table: LegacyTableName
      columns: { name: string; type: string }[]
      missingColumns: string[]
      rowCount: number
      /** Whether `rows` gives all rows; else only those above the highest known key. */
      isWhole: boolean
      rows: () => AsyncGenerator<LegacyRow[]>
    }
  | { status: 'missing'; table: LegacyTableName; reason: 'no_such_table' | 'no_key' }

export type LegacySnapshot = { serverVersion: string; snapshotAt: Date; tables: OfferedTable[] }

const rowsAtOnce = 5000
const identitySchema = z.object({ version: z.string(), taken_at: z.date() })
const columnSchema = z.object({ table_name: z.string(), column_name: z.string(), data_type: z.string() })
const countSchema = z.object({ row_count: z.coerce.number(), highest_key: z.string().nullable(), known_count: z.coerce.number() })
const rowSchema = z.tuple([z.string(), z.string()])

/**
 * The configured tables of an earlier bot's database, all as they were at one moment: call it, and read every `rows`, inside one transaction
 * that is `repeatable read, read only`. A table with `new_keys` gives only rows above the highest known key, unless rows below it came or went.
 * Nothing is locked against the bot, and memory is bounded by the cursor's step.
 */
export async function readLegacySnapshot(
  client: Client,
  {
    schema,
    tables,
    known,
    isWhole,
  }: { schema: string; tables: LegacyTableName[]; known: Map<LegacyTableName, KnownRows>; isWhole: boolean },
): Promise<LegacySnapshot> {
  const identity = identitySchema.parse((await client.query(`select version() as version, transaction_timestamp() as taken_at`)).rows[0])
  const found = await client.query(
    `select relation.relname as table_name, attribute.attname as column_name, format_type(attribute.atttypid, attribute.atttypmod) as data_type
     from pg_attribute as attribute
     inner join pg_class as relation on relation.oid = attribute.attrelid
     inner join pg_namespace as namespace on namespace.oid = relation.relnamespace
     where namespace.nspname = $1 and relation.relname = any($2) and relation.relkind in ('r', 'p', 'v', 'm') and attribute.attnum > 0 and not attribute.attisdropped
     order by relation.relname, attribute.attnum`,
    [schema, tables],
  )
  const columns = z.array(columnSchema).parse(found.rows)
  const offered: OfferedTable[] = []
  for (const table of tables) {
    const { key, reads, columns: wanted } = legacyTables[table]
    const own = columns.filter(({ table_name }) => table_name === table)
    const names = own.map(({ column_name }) => column_name)
    if (own.length === 0) {
      offered.push({ status: 'missing', table, reason: 'no_such_table' })
      continue
    }
    if (!names.includes(key)) {
      offered.push({ status: 'missing', table, reason: 'no_key' })
      continue
    }
    const from = `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`
    const before = known.get(table) ?? { count: 0, highestKey: 0n }
    const counted = await client.query(
      `select count(*) as row_count, max(${escapeIdentifier(key)})::text as highest_key, count(*) filter (where ${escapeIdentifier(key)} <= $1) as known_count from ${from}`,
      [before.highestKey.toString()],
    )
    const { row_count: rowCount, known_count: knownCount } = countSchema.parse(counted.rows[0])
    const isWholeTable = isWhole || reads === 'whole' || knownCount !== before.count
    offered.push({
      status: 'offered',
      table,
      columns: own.map(({ column_name: name, data_type: type }) => ({ name, type })),
      missingColumns: wanted.filter((name) => !names.includes(name)),
      rowCount,
      isWhole: isWholeTable,
      rows: () => readRows(client, from, key, isWholeTable ? undefined : before.highestKey),
    })
  }
  return { serverVersion: identity.version, snapshotAt: identity.taken_at, tables: offered }
}

/** Rows by their key through a server-side cursor. */
async function* readRows(client: Client, from: string, key: string, above: bigint | undefined): AsyncGenerator<LegacyRow[]> {
  const column = escapeIdentifier(key)
  const where = above === undefined ? '' : `where ${column} > $1`
  const cursor = client.query(
    new Cursor<[string, string]>(
      `select ${column}::text, row_to_json(legacy.*)::text from ${from} as legacy ${where} order by ${column}`,
      above === undefined ? [] : [above.toString()],
      { rowMode: 'array' },
    ),
  )
  try {
    for (;;) {
      const rows = z.array(rowSchema).parse(await cursor.read(rowsAtOnce))
      if (rows.length === 0) return
      yield rows.map(([rowKey, content]) => ({ key: rowKey, content }))
    }
  } finally {
    await cursor.close()
  }
}
