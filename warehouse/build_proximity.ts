import { existsSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Configuration } from '../config/configuration.ts'
import { codeFingerprint, projectFingerprint } from './code_fingerprint.ts'
import type { DataPaths } from './data_paths.ts'
import { type Dbt, type DbtAnswer, type DbtProgress, describeFailures, projectFolder } from './dbt.ts'
import { openWarehouse } from './open_warehouse.ts'
import type { BrokenPromise } from './publish.ts'
import { publishProximity } from './publish_proximity.ts'

export type ProximityOptions = {
  paths: DataPaths
  configuration: Configuration
  dbt: Dbt
  /** `full` reads all files from raw and tests; `live` reads what is new or linked otherwise, at most one batch. */
  lane: 'full' | 'live'
  /** Megabytes of files that one run of the models reads. Default: 160 in the full lane, so that it needs about as much memory as the scores; 16 in the live lane, so that scores wait for seconds at most. */
  batchMegabytes?: number
  /** Whether the data tests run as well. Default: in the full lane. */
  isTested?: boolean
  project?: string
  onProgress?: (progress: DbtProgress) => void
}

export type BuiltProximity =
  | { ok: true; filesRead: number; filesLeft: number; seconds: number; isPublished: boolean }
  | { ok: false; stage: 'build' | 'publish'; reasons: string[]; brokenPromises: BrokenPromise[] }

type Backlog = { inScope: number; left: number; gone: number }

const drivers = ['int_proximity__asked', 'int_proximity__scope']
const schemas = ['marts_proximity', 'proximity']
const quietly = ['--no-write-json', '--quiet', '--log-level-file', 'none']

/**
 * The slower part of a build: reads proximity files into schema `marts_proximity` and publishes it as marts_proximity.duckdb.
 * Runs after the scores are published and reads their marts; nothing of the scores waits for it or depends on it.
 * A file is read once for each key of what its rows depend on; a run that was killed leaves its files to the next one.
 * Call it under the lock, with the warehouse closed, after `build`.
 */
export async function buildProximity(options: ProximityOptions): Promise<BuiltProximity> {
  const { paths, configuration, dbt, project = projectFolder } = options
  const started = performance.now()
  const projectSha256 = projectFingerprint(project)
  const memoryLimit = configuration.warehouse.memory_limit
  const lane = await begin(options, codeFingerprint(projectSha256, configuration))
  if (lane === 'none') return { ok: true, filesRead: 0, filesLeft: 0, seconds: 0, isPublished: false }
  const megabytes = options.batchMegabytes ?? (lane === 'full' ? 160 : 16)
  const place = {
    warehouse: paths.warehouse,
    target: paths.target,
    logs: paths.logs,
    code: projectSha256,
    project,
    environment: { FULLHOLD_SCOPE: 'everything', FULLHOLD_MEMORY_LIMIT: memoryLimit, FULLHOLD_PROXIMITY_MEGABYTES: String(megabytes) },
  }
  const run = (args: string[]) => dbt.run([...args, ...quietly], place, options.onProgress)
  let filesRead = 0
  let backlog: Backlog
  let isFirst = true
  do {
    const asked = await run(['run', '--select', ...drivers])
    if (!asked.success) return failed(asked)
    backlog = await readBacklog(paths, memoryLimit)
    if (backlog.inScope + backlog.gone === 0 && !(isFirst && lane === 'full')) break
    // views stand as the full lane left them
    const views = isFirst && lane === 'full' ? [] : ['config.materialized:view']
    const read = await run(['run', '--select', 'tag:proximity', '--exclude', ...drivers, ...views])
    if (!read.success) return failed(read)
    filesRead += backlog.inScope
    backlog = { ...backlog, left: backlog.left - backlog.inScope }
    isFirst = false
  } while (backlog.left > 0 && lane === 'full')
  if (isFirst && existsSync(paths.martsProximity)) return { ok: true, filesRead, filesLeft: 0, seconds: since(started), isPublished: false }
  if (options.isTested ?? lane === 'full') {
    const tested = await dbt.runTests(['--select', 'tag:proximity'], place, options.onProgress)
    if (!tested.success) return failed(tested)
  }
  const published = await publishProximity(paths, memoryLimit)
  if (!published.ok) return { ok: false, stage: 'publish', reasons: [published.reason], brokenPromises: published.brokenPromises }
  return { ok: true, filesRead, filesLeft: backlog.left, seconds: since(started), isPublished: true }
}

/** Which lane is right: none without proximity files, full where what is there was made by other code; then it starts from nothing. */
async function begin({ paths, configuration, lane }: ProximityOptions, code: string): Promise<'full' | 'live' | 'none'> {
  using warehouse = await openWarehouse(paths.warehouse, { memoryLimit: configuration.warehouse.memory_limit })
  const { connection } = warehouse
  const isKnown = await hasTable(connection, 'marts_proximity', 'meta_proximity_build')
  const [[landed]] = (await connection.runAndReadAll('select count(*) from raw.proximity_files')).getRows() as [[bigint]]
  if (landed === 0n && !isKnown) return 'none'
  const isOfThisCode = isKnown && (await codeOfMarts(connection)) === code
  if (lane === 'live' && isOfThisCode) return 'live'
  for (const schema of schemas) await connection.run(`drop schema if exists ${schema} cascade`)
  return 'full'
}

async function codeOfMarts(connection: DuckDBConnection): Promise<string> {
  const reader = await connection.runAndReadAll('select max(code_sha256) from marts_proximity.meta_proximity_build')
  return String(reader.getRows()[0]![0])
}

/** Files in scope of this run, all that are asked for and not done, and those that are done and no longer asked for. */
async function readBacklog(paths: DataPaths, memoryLimit: string): Promise<Backlog> {
  using warehouse = await openWarehouse(paths.warehouse, { memoryLimit })
  const { connection } = warehouse
  const isDone = await hasTable(connection, 'proximity', 'int_proximity__done')
  const done = isDone ? 'proximity.int_proximity__done' : '(select null::varchar as file_id, null::varchar as proximity_key where false)'
  const reader = await connection.runAndReadAll(`
    select
        (select count(*) from proximity.int_proximity__scope)::integer as in_scope,
        (select count(*) from proximity.int_proximity__asked as asked anti join ${done} as done using (file_id, proximity_key))::integer as not_done,
        (select count(*) from ${done} as done anti join proximity.int_proximity__asked as asked using (file_id))::integer as gone`)
  const [inScope, left, gone] = reader.getRows()[0]!.map(Number)
  return { inScope: inScope!, left: left!, gone: gone! }
}

async function hasTable(connection: DuckDBConnection, schema: string, table: string): Promise<boolean> {
  const reader = await connection.runAndReadAll('select 1 from duckdb_tables() where schema_name = $1 and table_name = $2', [schema, table])
  return reader.currentRowCount > 0
}

function failed(answer: DbtAnswer): BuiltProximity {
  return { ok: false, stage: 'build', reasons: describeFailures(answer), brokenPromises: [] }
}

function since(started: number): number {
  return (performance.now() - started) / 1000
}
