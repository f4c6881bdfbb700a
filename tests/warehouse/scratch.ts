import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { onTestFinished } from 'vitest'
import type { FileKind } from '../../ingest/file_kinds.ts'
import type { OfferedFile } from '../../ingest/land.ts'
import { upgradeRawSchema } from '../../ingest/upgrade_raw_schema.ts'
import { openWarehouse, type Warehouse } from '../../warehouse/open_warehouse.ts'

/** An empty folder that goes away with the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fullhold-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new warehouse with the raw schema, closed when the test ends. */
export async function emptyWarehouse(folder: string = scratchFolder()): Promise<Warehouse> {
  mkdirSync(folder, { recursive: true })
  const warehouse = await openWarehouse(join(folder, 'warehouse.duckdb'))
  onTestFinished(() => warehouse[Symbol.dispose]())
  await upgradeRawSchema(warehouse.connection)
  return warehouse
}

/** All rows of a query as plain arrays. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRows()
}

/** The number of rows of a table. */
export async function count(connection: DuckDBConnection, table: string): Promise<number> {
  return Number((await rowsOf(connection, `select count(*) from ${table}`))[0]![0])
}

/** A file as a source offers it. */
export function offered(fileName: string, content: string | Uint8Array, kind: FileKind = 'stats'): OfferedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return { status: 'offered', server: 'main', sourceName: 'folder', fileName, kind, read: async () => bytes }
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
