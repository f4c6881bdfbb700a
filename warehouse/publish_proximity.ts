import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DataPaths } from './data_paths.ts'
import { fsyncPath } from './fsync_path.ts'
import type { BrokenPromise } from './publish.ts'
import { quotedName, quotedText } from './quoted.ts'

export type PublishedProximity = { ok: true; tables: number } | { ok: false; reason: string; brokenPromises: BrokenPromise[] }

/**
 * Makes schema `marts_proximity` of the warehouse the published file marts_proximity.duckdb: a new file beside it, complete on the disk,
 * then renamed over it. Any row of rpt_proximity_gate stops it and leaves what was published as it was.
 * Call it under the lock, with the warehouse closed. Killed at any instant, the next call starts afresh.
 */
export async function publishProximity(paths: DataPaths, memoryLimit = '3GB'): Promise<PublishedProximity> {
  removeLeftovers(paths)
  const next = join(paths.folder, `marts_proximity.next-${process.pid}.duckdb`)
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: memoryLimit })
  const connection = await instance.connect()
  let tables: string[]
  try {
    await connection.run(`set TimeZone = 'UTC'`)
    await connection.run(`attach ${quotedText(paths.warehouse)} as warehouse (read_only)`)
    const listed = await connection.runAndReadAll(
      `select table_name from duckdb_tables() where database_name = 'warehouse' and schema_name = 'marts_proximity' order by table_name`,
    )
    tables = listed.getRows().map(([name]) => String(name))
    if (!tables.includes('rpt_proximity_gate')) {
      return { ok: false, reason: 'the warehouse has no proximity marts yet; run: fullhold build', brokenPromises: [] }
    }
    const gate = await connection.runAndReadAll(
      'select gate, subject, detail from warehouse.marts_proximity.rpt_proximity_gate order by all',
    )
    const brokenPromises = gate
      .getRows()
      .map(([name, subject, detail]) => ({ gate: String(name), subject: String(subject), detail: String(detail) }))
    if (brokenPromises.length > 0) return { ok: false, reason: 'the proximity gate found broken promises', brokenPromises }
    await connection.run(`attach ${quotedText(next)} as next (storage_version 'v1.2.0')`)
    for (const table of tables) {
      await connection.run(`create table next.main.${quotedName(table)} as from warehouse.marts_proximity.${quotedName(table)}`)
    }
    await connection.run('checkpoint next')
    await connection.run('detach next')
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
  fsyncPath(next)
  renameSync(next, paths.martsProximity)
  fsyncPath(dirname(paths.martsProximity))
  return { ok: true, tables: tables.length }
}

/** What a killed publish left beside the published file; nobody reads it. */
function removeLeftovers(paths: DataPaths): void {
  if (!existsSync(paths.folder)) return
  for (const name of readdirSync(paths.folder)) {
    if (/^marts_proximity\.next-\d+\.duckdb/.test(name)) rmSync(join(paths.folder, name), { force: true })
  }
}
