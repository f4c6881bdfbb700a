import { constants, copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { z } from 'zod'
import type { DataPaths } from './data_paths.ts'
import { fsyncPath } from './fsync_path.ts'
import { quotedName, quotedText } from './quoted.ts'

export type BrokenPromise = { gate: string; subject: string; detail: string }

export type Published = { ok: true; file: string; tables: number } | { ok: false; reason: string; brokenPromises: BrokenPromise[] }

export type PublishOptions = {
  buildId: string
  publishedAt: Date
  keep: number
  memoryLimit?: string
  /**
   * The build that this one is a live increment of. Where it is the one that is published, the publish starts from a copy of that file
   * and exchanges the rows in the scope of the increment; else it copies everything.
   */
  onTopOf?: string
}

const brokenPromiseSchema = z.object({ gate: z.string(), subject: z.string(), detail: z.string() })
const publishedName = /^marts-\d{8}T\d{6}\d{3}Z-([0-9a-z]+)\.duckdb$/

/**
 * Makes schema `marts` of the warehouse the published file: a new file beside it, complete on the disk, then renamed over it.
 * Readers keep what they have open. Any row of marts.rpt_publish_gate stops it and leaves what was published as it was.
 * Call it under the lock, with the warehouse closed. Killed at any instant, the next call starts afresh.
 */
export async function publish(
  paths: DataPaths,
  { buildId, publishedAt, keep, memoryLimit = '3GB', onTopOf }: PublishOptions,
): Promise<Published> {
  if (!existsSync(paths.warehouse)) return stopped('there is no warehouse yet; run: fullhold build')
  mkdirSync(paths.published, { recursive: true })
  removeLeftovers(paths)
  const next = join(paths.folder, `marts.next-${process.pid}.duckdb`)
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: memoryLimit })
  const connection = await instance.connect()
  let tables: string[]
  try {
    await connection.run(`set TimeZone = 'UTC'`)
    await connection.run(`attach ${quotedText(paths.warehouse)} as warehouse (read_only)`)
    tables = await martsOf(connection)
    if (!tables.includes('rpt_publish_gate')) return stopped('the warehouse has no rpt_publish_gate yet; run: fullhold build')
    const brokenPromises = await readGate(connection)
    if (brokenPromises.length > 0) return { ok: false, reason: 'the publish gate found broken promises', brokenPromises }
    const isBased = onTopOf !== undefined && publishedFiles(paths).some((file) => file.isCurrent && file.buildId === onTopOf)
    if (isBased) copyFileSync(paths.marts, next, constants.COPYFILE_FICLONE)
    await connection.run(`attach ${quotedText(next)} as next`)
    const exchanged = isBased ? await exchangedMarts(connection) : new Set<string>()
    for (const table of tables) await (exchanged.has(table) ? exchangeRows(connection, table) : copyMart(connection, table))
    if (isBased) await dropOthers(connection, tables)
    await connection.run('checkpoint next')
    await connection.run('detach next')
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
  if (existsSync(`${next}.wal`)) throw new Error(`${next} still has a write-ahead log; nothing was published`)
  fsyncPath(next)
  const kept = join(paths.published, `marts-${publishedAt.toISOString().replace(/[-:.]/g, '')}-${buildId}.duckdb`)
  linkOrCopy(next, kept)
  putInPlace(next, paths.marts)
  fsyncPath(paths.published)
  for (const old of publishedFiles(paths).slice(0, -keep)) rmSync(old.file, { force: true })
  return { ok: true, file: kept, tables: tables.length }
}

export type PublishedFile = { file: string; buildId: string; isCurrent: boolean }

/** The published files that are kept, oldest first; `isCurrent` marks the one that readers see. */
export function publishedFiles(paths: DataPaths): PublishedFile[] {
  if (!existsSync(paths.published)) return []
  const current = existsSync(paths.marts) ? statSync(paths.marts) : undefined
  return readdirSync(paths.published)
    .sort()
    .flatMap((name) => {
      const named = publishedName.exec(name)
      if (!named) return []
      const file = join(paths.published, name)
      return [{ file, buildId: named[1]!, isCurrent: current !== undefined && isSameFile(statSync(file), current) }]
    })
}

export type RolledBack = { ok: true; file: string; buildId: string } | { ok: false; reason: string }

/** Puts the kept file before the current one in its place, again by rename. Call it under the lock. */
export function rollBack(paths: DataPaths): RolledBack {
  const kept = publishedFiles(paths)
  const current = kept.findIndex(({ isCurrent }) => isCurrent)
  const previous = current < 0 ? kept.at(-1) : kept[current - 1]
  if (!previous) return { ok: false, reason: 'no older published file is kept' }
  const next = join(paths.folder, `marts.next-${process.pid}.duckdb`)
  removeLeftovers(paths)
  linkOrCopy(previous.file, next)
  putInPlace(next, paths.marts)
  return { ok: true, file: previous.file, buildId: previous.buildId }
}

/** The marts that a publish would copy, from a connection that has the warehouse attached as `warehouse`. */
async function martsOf(connection: DuckDBConnection): Promise<string[]> {
  const reader = await connection.runAndReadAll(
    `select table_name from duckdb_tables() where database_name = 'warehouse' and schema_name = 'marts' order by table_name`,
  )
  return reader.getRows().map(([name]) => String(name))
}

/** Marts of which a live build replaced the rows in its scope only; sets what says which rows those are. */
async function exchangedMarts(connection: DuckDBConnection): Promise<Set<string>> {
  const scope = 'from warehouse.intermediate.int_scope'
  await connection.run(`set variable scope_from = (select min(from_at) ${scope})`)
  await connection.run(`set variable scope_until = (select max(until_at) ${scope})`)
  const timeless = `timestamptz '2000-01-01 00:00:00+00' between from_at and until_at`
  await connection.run(`set variable scope_has_timeless = (select coalesce(bool_or(${timeless}), false) ${scope})`)
  const reader = await connection.runAndReadAll('select mart from warehouse.marts.meta_marts where is_exchanged')
  return new Set(reader.getRows().map(([mart]) => String(mart)))
}

/** The same exchange that the build made (warehouse/dbt_worker.py): the rows of the worked-on blocks of time leave, the new ones come. */
async function exchangeRows(connection: DuckDBConnection, mart: string): Promise<void> {
  const rowsInScope = `order_at between getvariable('scope_from') and getvariable('scope_until')
      and exists (select 1 from warehouse.intermediate.int_scope as scope where order_at between scope.from_at and scope.until_at)
    or getvariable('scope_has_timeless') and order_at is null`
  await connection.run(`delete from next.main.${quotedName(mart)} where ${rowsInScope}`)
  await connection.run(`insert into next.main.${quotedName(mart)} by name from warehouse.marts.${quotedName(mart)} where ${rowsInScope}`)
}

async function copyMart(connection: DuckDBConnection, mart: string): Promise<void> {
  await connection.run(`create or replace table next.main.${quotedName(mart)} as from warehouse.marts.${quotedName(mart)}`)
}

/** Marts that no longer exist leave the copy. */
async function dropOthers(connection: DuckDBConnection, tables: string[]): Promise<void> {
  const reader = await connection.runAndReadAll(`select table_name from duckdb_tables() where database_name = 'next'`)
  for (const [name] of reader.getRows())
    if (!tables.includes(String(name))) await connection.run(`drop table next.main.${quotedName(String(name))}`)
}

async function readGate(connection: DuckDBConnection): Promise<BrokenPromise[]> {
  const reader = await connection.runAndReadAll(
    `select coalesce(gate::varchar, '') as gate, coalesce(subject::varchar, '') as subject, coalesce(detail::varchar, '') as detail
     from warehouse.marts.rpt_publish_gate order by all`,
  )
  return z.array(brokenPromiseSchema).parse(reader.getRowObjects())
}

function stopped(reason: string): Published {
  return { ok: false, reason, brokenPromises: [] }
}

function putInPlace(next: string, marts: string): void {
  renameSync(next, marts)
  fsyncPath(dirname(marts))
}

/** What a killed publish left beside the published file; nobody reads it. */
function removeLeftovers(paths: DataPaths): void {
  for (const name of readdirSync(paths.folder)) {
    if (/^marts\.next-\d+\.duckdb/.test(name)) rmSync(join(paths.folder, name), { force: true })
  }
  for (const name of existsSync(paths.published) ? readdirSync(paths.published) : []) {
    if (name.endsWith('.partial')) rmSync(join(paths.published, name), { force: true })
  }
}

/** Two names for one file; a copy where the file system has no hard links. */
function linkOrCopy(from: string, to: string): void {
  rmSync(to, { force: true })
  try {
    linkSync(from, to)
  } catch {
    const partial = `${to}.partial`
    copyFileSync(from, partial)
    fsyncPath(partial)
    renameSync(partial, to)
  }
}

/** One file under two names. */
function isSameFile(one: { ino: number; dev: number }, other: { ino: number; dev: number }): boolean {
  return one.ino === other.ino && one.dev === other.dev
}
