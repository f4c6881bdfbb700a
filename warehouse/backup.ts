import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { fsyncPath } from './fsync_path.ts'
import { quotedName, quotedText } from './quoted.ts'

export type BackedUp = { ok: true; file: string; tables: number; rows: number } | { ok: false; reason: string }

/**
 * Copies the whole warehouse to a new file, compares the row counts of every table, and only then gives the file its name.
 * Call it under the lock, with the warehouse closed. Refuses to overwrite.
 */
export async function backUp(warehouse: string, target: string): Promise<BackedUp> {
  const file = resolve(target)
  if (!existsSync(warehouse)) return { ok: false, reason: 'there is no warehouse yet; land something first' }
  if (existsSync(file)) return { ok: false, reason: `${file} exists already; name another file` }
  mkdirSync(dirname(file), { recursive: true })
  const partial = `${file}.partial`
  for (const leftover of [partial, `${partial}.wal`]) rmSync(leftover, { force: true })
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await connection.run(`attach ${quotedText(warehouse)} as original (read_only)`)
    await connection.run(`attach ${quotedText(partial)} as duplicate`)
    await connection.run('copy from database original to duplicate')
    await connection.run('checkpoint duplicate')
    await connection.run('detach duplicate')
    fsyncPath(partial)
    await connection.run(`attach ${quotedText(partial)} as duplicate (read_only)`)
    const original = await rowCounts(connection, 'original')
    const duplicate = await rowCounts(connection, 'duplicate')
    const differing = Object.keys(original).filter((table) => original[table] !== duplicate[table])
    if (differing.length > 0) return { ok: false, reason: `the copy differs in ${differing.join(', ')}; nothing was kept` }
    await connection.run('detach duplicate')
    renameSync(partial, file)
    fsyncPath(dirname(file))
    const rows = Object.values(original).reduce((sum, count) => sum + count, 0)
    return { ok: true, file, tables: Object.keys(original).length, rows }
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(partial, { force: true })
  }
}

async function rowCounts(connection: DuckDBConnection, database: string): Promise<Record<string, number>> {
  const tables = await connection.runAndReadAll(
    `select schema_name, table_name from duckdb_tables() where database_name = ${quotedText(database)} order by all`,
  )
  const counts: Record<string, number> = {}
  for (const [schema, table] of tables.getRows()) {
    const name = `${quotedName(String(schema))}.${quotedName(String(table))}`
    const counted = await connection.runAndReadAll(`select count(*) from ${database}.${name}`)
    counts[name] = Number(counted.getRows()[0]![0])
  }
  return counts
}
